'use strict';
const path = require('node:path');
const { Fingerprints } = require('./fingerprints.js');

/** What is known of the running suite: its test, its folder, and what it has recorded. */
class Suite {
  #test;
  #fingerprints = new Fingerprints();

  constructor(test) {
    this.#test = test;
  }

  /** The running test; undefined between tests. */
  current() {
    try {
      return this.#test.info();
    } catch {
      return undefined;
    }
  }

  placed(info, place) {
    return { ...place, file: path.relative(rootOf(info), place.file).split(path.sep).join('/') };
  }

  knows(info, key) {
    return key !== undefined && this.#fingerprints.knows(info, key);
  }

  keep(info, key, print, url) {
    this.#fingerprints.keep(info, rootOf(info), { ...key, page: pathOf(url), print });
  }

  attach(info, name, value) {
    try {
      info.attachments.push({ name, contentType: 'application/json', body: Buffer.from(JSON.stringify(value)) });
    } catch { /* the test has ended */ }
  }

  testIdAttribute(info) {
    return info?.project.use.testIdAttribute ?? 'data-testid';
  }
}

function rootOf(info) {
  return info.config.configFile ? path.dirname(info.config.configFile) : info.config.rootDir;
}

function pathOf(url) {
  try {
    return new URL(url).pathname;
  } catch {
    return '';
  }
}

module.exports = { Suite };
