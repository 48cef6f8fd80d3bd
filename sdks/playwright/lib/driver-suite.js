'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { update } = require('./fingerprints.js');

const TEST = /^\s*\[(?:[^\]]*[\s,.[])?(?:Test|TestCase|TestCaseSource|Fact|Theory|TestMethod|DataTestMethod|\w+(?:Fact|Theory|TestMethod))\b/;
const METHOD = /\b(?:void|Task|ValueTask)\s+(\w+)\s*(?:<[^>]*>)?\s*\(/;

/** What is known of a suite in C#: where its project lies, which of its tests has made a call, and what has been recorded. */
class DriverSuite {
  #roots = new Map();
  #lines = new Map();

  /** The folder of the project that a file belongs to; undefined for files of no project on this machine. */
  rootOf(file) {
    const folder = path.dirname(file);
    if (!this.#roots.has(folder)) this.#roots.set(folder, projectAbove(folder));
    return this.#roots.get(folder);
  }

  /** A place as it is told: below the suite's folder. */
  placed({ file, line, column }) {
    const root = process.env.TESTFORGE_SUITE || this.rootOf(file);
    return { file: path.relative(root, file).split(path.sep).join('/'), line, column: column || 1 };
  }

  /** The test whose method holds a place; undefined when another method does. */
  testAt(place) {
    const lines = this.#linesOf(place.file);
    for (let i = Math.min(place.line, lines.length) - 1; i >= 0; i--) {
      const method = METHOD.exec(lines[i]);
      if (!method || /^\s*(\/\/|await|return)/.test(lines[i])) continue;
      for (let above = i; above >= 0 && (above === i || /^\s*(\[|\/\/|$|.*\)\]$)/.test(lines[above])); above--) {
        if (TEST.test(lines[above])) return method[1];
      }
      return undefined;
    }
    return undefined;
  }

  failed(failure) {
    if (process.env.TESTFORGE_FAILURES) fs.appendFileSync(process.env.TESTFORGE_FAILURES, `${JSON.stringify(failure)}\n`);
  }

  /** Keeps what the locators of a test that went well have found. */
  keep(elements, places) {
    const below = (root, file) => path.relative(root, file).split(path.sep).join('/');
    const tests = new Map(places.map((p) => [`${p.file} › ${this.testAt(p)}`, { file: p.file, name: this.testAt(p) }]).filter(([, { name }]) => name));
    const roots = new Map();
    for (const { at, ...rest } of elements) {
      const root = this.rootOf(at.file);
      if (!roots.has(root)) roots.set(root, []);
      roots.get(root).push({ file: below(root, at.file), line: at.line, column: at.column || 1, ...rest });
    }
    for (const [root, found] of roots) update(root, [...tests.values()].map(({ file, name }) => `${below(root, file)} › ${name}`), found);
  }

  #linesOf(file) {
    if (!this.#lines.has(file)) {
      let lines = [];
      try {
        lines = fs.readFileSync(file, 'utf8').split(/\r?\n/);
      } catch { /* built elsewhere */ }
      this.#lines.set(file, lines);
    }
    return this.#lines.get(file);
  }
}

function projectAbove(folder) {
  for (let at = folder; path.isAbsolute(at); at = path.dirname(at)) {
    try {
      if (fs.readdirSync(at).some((name) => name.endsWith('.csproj'))) return at;
    } catch { /* a path of the machine that built it */ }
    if (at === path.dirname(at)) return undefined;
  }
  return undefined;
}

module.exports = { DriverSuite };
