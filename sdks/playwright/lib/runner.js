'use strict';
const Module = require('node:module');
const path = require('node:path');

const ENTRY = `${path.sep}playwright${path.sep}lib${path.sep}index.js`;
const OURS = path.dirname(__dirname);

/** Calls back with Playwright's library and its `test` as soon as a process that runs tests has loaded them. */
function whenLoaded(found) {
  const load = Module._load;
  const loaded = entry();
  if (loaded) return tell(loaded, found);
  Module._load = hooked;

  function hooked(request, ...rest) {
    const exported = load.call(this, request, ...rest);
    const now = Module._load === hooked && (request.includes('playwright') || request.endsWith('lib/index')) && entry();
    if (now) {
      Module._load = load;
      tell(now, found);
    }
    return exported;
  }
}

function entry() {
  const file = Object.keys(require.cache).find((name) => name.endsWith(ENTRY));
  return file && require.cache[file].loaded ? require.cache[file] : undefined;
}

function tell(runner, found) {
  const near = Module.createRequire(runner.filename);
  hideFrames(near, path.dirname(path.dirname(runner.filename)));
  found(near('playwright-core'), runner.exports.test);
}

/** Steps and errors are told with the test's own line, not with ours. */
function hideFrames(near, root) {
  for (const [file, part] of [['playwright-core/lib/coreBundle', 'utils'], ['playwright-core/lib/utils']]) {
    try {
      const exported = near(file);
      const set = (part ? exported[part] : exported)?.setBoxedStackPrefixes;
      if (set) return set([root, OURS]);
    } catch { /* another version keeps it elsewhere */ }
  }
}

module.exports = { whenLoaded };
