'use strict';
const { fileURLToPath } = require('node:url');
const path = require('node:path');

const OURS = path.dirname(__dirname) + path.sep;
const FRAME = /^\s*at (?:.*? \()?((?:file:\/\/)?[^()]+?):(\d+):(\d+)\)?$/;

/** Where an error was made, in the suite's own files, the innermost first. */
function placesOf(error) {
  const places = [];
  for (const line of String(error.stack).split('\n').slice(1)) {
    const [, name, row, column] = FRAME.exec(line) ?? [];
    if (!name || name.startsWith('node:')) continue;
    const file = name.startsWith('file://') ? fileURLToPath(name) : name;
    if (!path.isAbsolute(file) || file.startsWith(OURS) || file.includes(`${path.sep}node_modules${path.sep}`)) continue;
    places.push({ file, line: Number(row), column: Number(column) });
  }
  return places;
}

module.exports = { placesOf };
