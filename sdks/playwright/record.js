'use strict';
// Loaded by an import in playwright.config.ts, by the package's own `test`, or by node --require: each worker loads it before its tests.
const { whenLoaded } = require('./lib/runner.js');
const { Recorder } = require('./lib/recorder.js');
const { Suite } = require('./lib/suite.js');
const { hook } = require('./lib/hooks.js');

const INSTALLED = Symbol.for('testforge.recorder');

if (!globalThis[INSTALLED] && process.env.TESTFORGE_RECORD !== 'off') {
  globalThis[INSTALLED] = true;
  whenLoaded((playwright, test) => hook(playwright, new Recorder(new Suite(test))));
}
