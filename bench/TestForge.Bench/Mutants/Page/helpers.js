// Runs in the page under test. Identities of nodes are kept beside the page, where the product cannot see them.
const ids = new WeakMap();
const NONE = -1;

// A seeded source of numbers (mulberry32).
let state = 1;
const seed = (value) => { state = value >>> 0; };
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const shuffled = (list) => list.map((value) => [random(), value]).sort((a, b) => a[0] - b[0]).map(([, value]) => value);
const word = (length) => Array.from({ length }, () => pick('abcdefghijklmnopqrstuvwxyz')).join('');

const rootOf = (node) => node.getRootNode();
const parentOf = (node) => node.parentElement ?? rootOf(node).host ?? null;
const make = (like, tag) => like.ownerDocument.createElement(tag);
const isField = (node) => ['input', 'select', 'textarea'].includes(node.localName) && !['submit', 'button', 'reset', 'image'].includes(node.type);
const INTERACTIVE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [role=checkbox], [role=textbox]';
const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** The element with what belongs to it alone: its label and the boxes around both. */
function unitOf(node) {
  let at = node;
  for (let up = node.parentElement; up && !['form', 'main', 'body', 'nav', 'header', 'footer', 'aside', 'section', 'article', 'ul', 'ol', 'fieldset', 'tr', 'tbody', 'table', 'dialog', 'html'].includes(up.localName); up = up.parentElement) {
    if (up.querySelectorAll(INTERACTIVE).length !== 1 || up.localName.includes('-')) break;
    at = up;
  }
  return at;
}

function labelOf(node) {
  return node.labels?.length ? node.labels[0] : null;
}

/** Takes the element off the page, with its label. */
function takeOff(node) {
  const label = labelOf(node);
  const unit = unitOf(node);
  if (label && !unit.contains(label)) label.remove();
  unit.remove();
}

const textNodes = (node) => {
  const walker = node.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (at.nodeValue.trim() && !['script', 'style', 'option', 'textarea'].includes(at.parentElement?.localName)) found.push(at);
  }
  return found;
};

/** Where the words stand that a person knows the element by: a getter and a setter. */
function wordsOf(node) {
  const attribute = (name) => ({ get: () => node.getAttribute(name) ?? '', set: (text) => node.setAttribute(name, text) });
  const text = (holder) => ({
    get: () => tidy(textNodes(holder).map((n) => n.nodeValue).join(' ')),
    set: (value) => {
      const [first, ...rest] = textNodes(holder).sort((a, b) => b.nodeValue.length - a.nodeValue.length);
      if (!first) return;
      first.nodeValue = value;
      for (const other of rest) other.nodeValue = ' ';
    },
  });
  const references = node.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  const referred = references && rootOf(node).getElementById?.(references);
  if (referred) return text(referred);
  if (tidy(node.getAttribute('aria-label'))) return attribute('aria-label');
  if (isField(node)) {
    const label = labelOf(node);
    if (label && textNodes(label).length) return text(label);
    return tidy(node.placeholder) ? attribute('placeholder') : tidy(node.title) ? attribute('title') : null;
  }
  if (node.localName === 'input') return attribute('value');
  if (textNodes(node).length) return text(node);
  const image = node.querySelector('img[alt]');
  if (image?.alt) return { get: () => image.alt, set: (value) => { image.alt = value; } };
  return tidy(node.title) ? attribute('title') : null;
}

/** Another element of the same use that stands near. */
function neighbourOf(node) {
  const kind = (e) => (isField(e) ? `${e.localName}:${e.type}` : 'click');
  const visible = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 0;
  for (let at = parentOf(node), up = 0; at && up < 5; at = parentOf(at), up++) {
    const found = [...at.querySelectorAll(INTERACTIVE)].filter((e) => e !== node && !node.contains(e) && !e.contains(node) && kind(e) === kind(node) && visible(e) && wordsOf(e));
    if (found.length) return found.find((e) => node.compareDocumentPosition(e) & 4) ?? found.at(-1);
  }
  return null;
}

/** A copy that is another element: nothing of it carries an identity or an id. */
function copyOf(unit, node, text) {
  const path = [];
  for (let at = node; at !== unit; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
  const copy = unit.cloneNode(true);
  const target = path.reduce((at, index) => at.children[index], copy);
  for (const e of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'data-testid', 'data-test', 'name']) {
      if (e.hasAttribute(name)) e.setAttribute(name, `${e.getAttribute(name)}-${slug(text)}`);
    }
  }
  if (target.hasAttribute('href')) target.setAttribute('href', `#${slug(text)}`);
  copy.querySelectorAll('input').forEach((e) => { e.checked = false; });
  wordsOf(target)?.set(text);
  return copy;
}
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'other';

/** An element of another tag in the place of one, the same to a person. */
function replaceTag(node, tag, attributes = {}) {
  const other = make(node, tag);
  for (const { name, value } of [...node.attributes]) other.setAttribute(name, value);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) other.removeAttribute(name);
    else other.setAttribute(name, value);
  }
  other.append(...node.childNodes);
  node.replaceWith(other);
  ids.set(other, ids.get(node) ?? NONE);
  return other;
}
