'use strict';

const CHOICES = /^(nth=|visible=|internal:(has|has-not|has-text|has-not-text|and|or|describe|control|chain)=)/;

/** The parts of a selector, as the calls of a chain of locators have added them. */
function partsOf(selector) {
  const parts = [];
  let [start, quote] = [0, undefined];
  for (let i = 0; i < selector.length; i++) {
    const c = selector[i];
    if (c === '\\') i++;
    else if (quote) quote = c === quote ? undefined : quote;
    else if (c === '"' || c === "'" || c === '`') quote = c;
    else if (c === '>' && selector[i + 1] === '>') {
      parts.push(selector.slice(start, i).trim());
      start = ++i + 1;
    }
  }
  return [...parts, selector.slice(start).trim()];
}

/** The selector up to each of its parts, with the kind of call that has made the part. */
function chainOf(selector) {
  const parts = partsOf(selector);
  return parts.map((part, i) => ({ selector: parts.slice(0, i + 1).join(' >> '), method: methodOf(part), entersFrame: parts[i + 1]?.startsWith('internal:control=enter-frame') === true }));
}

function methodOf(part) {
  if (part.startsWith('internal:role=')) return 'getByRole';
  if (part.startsWith('internal:testid=')) return 'getByTestId';
  if (part.startsWith('internal:label=')) return 'getByLabel';
  if (part.startsWith('internal:text=')) return 'getByText';
  if (part.startsWith('internal:attr=[placeholder=')) return 'getByPlaceholder';
  if (part.startsWith('internal:attr=[alt=')) return 'getByAltText';
  if (part.startsWith('internal:attr=[title=')) return 'getByTitle';
  return CHOICES.test(part) ? 'filter' : 'locator';
}

const isMaker = (method) => method !== 'filter';
const testIdAttributeOf = (selector) => /internal:testid=\[([\w-]+)=/.exec(selector)?.[1];

module.exports = { chainOf, isMaker, testIdAttributeOf };
