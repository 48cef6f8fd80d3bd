'use strict';
const fs = require('node:fs');
const path = require('node:path');

const VERSION = 1;
const FILE = path.join('.testforge', 'fingerprints.json');

/** What elements looked like in tests that passed, by file, place and locator; one file for the suite, written when a worker ends. */
class Fingerprints {
  #tests = new Map();

  constructor() {
    process.on('exit', () => this.#write());
  }

  knows(info, key) {
    return this.#tests.get(info)?.elements.has(idOf(key)) ?? false;
  }

  keep(info, root, element) {
    if (!this.#tests.has(info)) this.#tests.set(info, { root, elements: new Map() });
    this.#tests.get(info).elements.set(idOf(element), element);
  }

  #write() {
    const roots = new Map();
    for (const [info, { root, elements }] of this.#tests) {
      // A test that is still running or went wrong says nothing certain of its elements.
      if (!(info.duration > 0) || info.status !== 'passed' || info.errors.length > 0) continue;
      if (!roots.has(root)) roots.set(root, []);
      roots.get(root).push([`${path.relative(root, info.file).split(path.sep).join('/')} › ${info.titlePath.slice(1).join(' › ')}`, elements]);
    }
    for (const [root, tests] of roots) {
      try {
        merge(root, tests.map(([test, elements]) => [[test], elements]));
      } catch (error) {
        process.stderr.write(`testforge: ${path.join(root, FILE)} was not written: ${error.message}\n`);
      }
    }
  }
}

/** Adds what a stretch of work has found that one or more tests share. */
function update(root, tests, elements) {
  merge(root, [[tests, new Map(elements.map((element) => [idOf(element), element]))]]);
}

function merge(root, found) {
  const file = path.join(root, FILE);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  locked(`${file}.lock`, () => {
    const known = new Map(read(file).map((element) => [idOf(element), element]));
    for (const [tests, elements] of found) {
      // What a test no longer uses goes, once no other uses it.
      for (const [id, element] of known) {
        if (!element.tests.some((t) => tests.includes(t))) continue;
        element.tests = element.tests.filter((t) => !tests.includes(t));
        if (element.tests.length === 0 && !elements.has(id)) known.delete(id);
      }
      for (const [id, element] of elements) known.set(id, { ...element, tests: [...new Set([...(known.get(id)?.tests ?? []), ...tests])].sort() });
    }
    const lines = [...known.values()].sort(byPlace).map((element) => JSON.stringify(element));
    const text = `{"version":${VERSION},"elements":[${lines.length ? `\n${lines.join(',\n')}\n` : ''}]}\n`;
    fs.writeFileSync(`${file}.${process.pid}`, text);
    fs.renameSync(`${file}.${process.pid}`, file);
  });
}

function read(file) {
  if (!fs.existsSync(file)) return [];
  const { version, elements } = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (version > VERSION) throw new Error(`it has version ${version}, and this package writes version ${VERSION}`);
  return elements;
}

// Workers end at the same time; each adds what it has to the file.
function locked(lock, work) {
  const wait = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; ; tries++) {
    try {
      fs.closeSync(fs.openSync(lock, 'wx'));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // Whoever left it has been killed.
      if (tries > 100) fs.rmSync(lock, { force: true });
      Atomics.wait(wait, 0, 0, 20);
    }
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

const idOf = (key) => `${key.file}\n${key.line}\n${key.column}\n${key.locator}`;
const byPlace = (one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column || compare(one.locator, other.locator);
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

module.exports = { Fingerprints, update };
