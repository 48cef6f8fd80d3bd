'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** How a failing page is read: it has waited long enough, and people's locators find texts too. */
const OPTIONS = {
  settleMilliseconds: 500,
  quietMilliseconds: 60,
  maxElements: 3000,
  maxDocumentBytes: 10 * 1024 * 1024,
  also: '[id], [role], p, span, strong, em, b, li, td, th, dt, dd, label, output, time, figcaption, blockquote',
};

const TAIL = `
  if (matches.length !== 1) return { count: matches.length };
  const [element] = matches;
  const frames = [];
  const offset = { x: 0, y: 0 };
  try {
    for (let at = window; at.frameElement; at = at.parent) {
      const box = at.frameElement.getBoundingClientRect();
      frames.unshift(cssOf(at.frameElement));
      offset.x += box.x;
      offset.y += box.y;
    }
  } catch { /* within a page of another origin */ }
  let depth = 0;
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) depth++;
  return { count: 1, print: printOf(element, frames, depth, offset) };
}`;

// The whole page is read by a function of options; one element by the same code up to where it begins to read.
const whole = fs.readFileSync(path.join(__dirname, 'page-facts.txt'), 'utf8');
const one = whole.slice(0, whole.indexOf('  await settle();')).replace('async (options) => {', '(matches) => {\n  const options = {};') + TAIL;

/** A function made of a text, once for each attribute that a suite may take for test ids. */
function functions(text) {
  const made = new Map();
  return (testIdAttribute) => {
    if (!made.has(testIdAttribute)) {
      const source = text.replaceAll("'data-testid'", JSON.stringify(testIdAttribute)).replaceAll('[data-testid]', `[${testIdAttribute.replace(/[^\w-]/g, '')}]`);
      made.set(testIdAttribute, new Function(`return (${source}\n)`)());
    }
    return made.get(testIdAttribute);
  };
}

module.exports = {
  OPTIONS,
  facts: functions(whole),
  element: functions(one),
};
