'use strict';
// Loaded by an import in playwright.config.ts, by the package's own `test`, or by node --require: each worker loads it before its tests.
// The driver of Playwright for .NET is a Node.js process too, and serves tests of another process over its pipes.
const INSTALLED = Symbol.for('testforge.recorder');

if (!globalThis[INSTALLED] && process.env.TESTFORGE_RECORD !== 'off') {
  globalThis[INSTALLED] = true;
  if (process.argv[2] === 'run-driver') recordDriver();
  else recordWorker();
}

function recordWorker() {
  const { whenLoaded } = require('./lib/runner.js');
  const { Recorder } = require('./lib/recorder.js');
  const { Suite } = require('./lib/suite.js');
  const { hook } = require('./lib/hooks.js');
  whenLoaded((playwright, test) => hook(playwright, new Recorder(new Suite(test))));
}

function recordDriver() {
  const { Wire } = require('./lib/driver-wire.js');
  const { DriverRecorder } = require('./lib/driver-recorder.js');
  const { DriverSuite } = require('./lib/driver-suite.js');
  new DriverRecorder(new Wire(), new DriverSuite());
}
