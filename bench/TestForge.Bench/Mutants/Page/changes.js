// What a redesign does to an element. Each returns the element that is there afterwards, or null when it does not apply.
const renamed = (value) => {
  const words = value.split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean).map((w) => w.toLowerCase());
  const ways = [
    () => words.map((w, i) => (i ? w[0].toUpperCase() + w.slice(1) : w)).join(''),
    () => words.join('_'),
    () => `app-${words.join('-')}`,
    () => `${words.join('-')}-2`,
    () => `c-${word(6)}`,
    () => `${word(5)}${below(90) + 10}`,
  ];
  const made = pick(ways)();
  return made === value || !made ? `x-${word(6)}` : made;
};
const TEST_IDS = ['data-testid', 'data-test', 'data-cy'];

const CHANGES = {
  attributes(node) {
    if (!node.id && !node.classList.length) return null;
    const label = labelOf(node);
    if (node.id) {
      node.id = renamed(node.id);
      if (label?.htmlFor) label.htmlFor = node.id;
    }
    const kept = [...node.classList].filter(() => random() < 0.3);
    if (node.classList.length) node.className = [...kept, ...Array.from({ length: 1 + below(3) }, () => `u-${word(4)}`)].join(' ');
    return node;
  },
  'test-id'(node) {
    const names = TEST_IDS.filter((n) => node.hasAttribute(n));
    for (const name of names) {
      if (random() < 0.5) node.removeAttribute(name);
      else node.setAttribute(name, renamed(node.getAttribute(name)));
    }
    return names.length ? node : null;
  },
  'name-attribute'(node) {
    if (!node.getAttribute('name')) return null;
    node.setAttribute('name', renamed(node.getAttribute('name')));
    return node;
  },
  reword(node) {
    const words = wordsOf(node);
    const text = words && reworded(words.get(), isField(node));
    if (!text || text.toLowerCase() === words.get().toLowerCase()) return null;
    words.set(text);
    return node;
  },
  icon(node) {
    const text = tidy(node.textContent);
    if (isField(node) || node.localName === 'input' || !text || text.length > 30 || node.hasAttribute('aria-label')) return null;
    node.setAttribute('aria-label', reworded(text, false) ?? text);
    node.innerHTML = '<svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7"></circle></svg>';
    return node;
  },
  wrap(node) {
    const unit = unitOf(node);
    if (!unit.parentElement || ['li', 'tr', 'td', 'body'].includes(unit.localName)) return null;
    let inner = unit;
    for (let i = below(3); i >= 0; i--) {
      const box = make(node, pick(['div', 'span', 'div']));
      box.className = `w-${word(4)}`;
      inner.replaceWith(box);
      box.append(inner);
      inner = box;
    }
    return node;
  },
  landmark(node) {
    const document = node.ownerDocument;
    const unit = unitOf(node);
    if (node.closest('form') || isField(node)) {
      const box = make(node, pick(['section', 'fieldset']));
      box.setAttribute('aria-label', pick(['Basics', 'Main data', 'Step 1']));
      unit.replaceWith(box);
      box.append(unit);
      return node;
    }
    const places = [...document.querySelectorAll('header, nav, aside, footer, main')].filter((e) => !e.contains(node) && !node.contains(e) && e.checkVisibility());
    const place = places.length ? pick(places) : document.body.appendChild(make(node, 'aside'));
    if (random() < 0.5) place.prepend(unit);
    else place.append(unit);
    return node;
  },
  reorder(node) {
    for (let row = unitOf(node), up = 0; row.parentElement && up < 4; row = row.parentElement, up++) {
      const parent = row.parentElement;
      const rows = [...parent.children].filter((e) => e.localName === row.localName);
      if (rows.length < 2 || parent.localName === 'body' || parent.localName === 'html') continue;
      const before = rows.indexOf(row);
      const order = shuffled(rows);
      if (order.indexOf(row) === before) order.push(order.shift());
      const place = rows[0].previousSibling;
      for (const one of [...order].reverse()) parent.insertBefore(one, place ? place.nextSibling : parent.firstChild);
      return node;
    }
    return null;
  },
  tag(node) {
    const role = node.getAttribute('role');
    if (node.localName === 'a' && node.hasAttribute('href')) return replaceTag(node, 'button', { href: null, 'data-href': node.getAttribute('href'), type: 'button' });
    if (node.localName === 'button' && !role) return random() < 0.5 ? replaceTag(node, 'a', { href: '#', type: null }) : replaceTag(node, 'div', { role: 'button', tabindex: '0', type: null });
    if (node.localName === 'input' && ['text', 'search'].includes(node.type)) return replaceTag(node, 'textarea', { type: null, value: null });
    if (node.localName === 'textarea') return replaceTag(node, 'input', { type: 'text', rows: null, cols: null });
    if (node.localName === 'input' && node.type === 'submit') {
      const button = replaceTag(node, 'button', { value: null });
      button.textContent = node.value || 'Submit';
      return button;
    }
    return null;
  },
  type(node) {
    if (node.localName === 'button') node.type = node.type === 'submit' ? 'button' : 'submit';
    else if (node.localName === 'input' && ['text', 'email', 'search', 'tel', 'url', 'number'].includes(node.type)) node.setAttribute('type', pick(['text', 'email', 'search', 'tel', 'number'].filter((t) => t !== node.type)));
    else return null;
    return node;
  },
  siblings(node) {
    const words = wordsOf(node);
    const unit = unitOf(node);
    if (!words || !unit.parentElement || words.get().length > 40) return null;
    const text = pick(isField(node) ? LOOK_ALIKE_FIELDS() : LOOK_ALIKES())(words.get());
    const copy = copyOf(unit, node, text);
    if (random() < 0.5) unit.before(copy);
    else unit.after(copy);
    return node;
  },
  banner(node) {
    const document = node.ownerDocument;
    const banner = make(node, 'section');
    banner.setAttribute('style', 'padding: 60px; background: #eee');
    banner.innerHTML = '<h2>Our summer offers are here</h2><p>Until the end of the month.</p><a href="#offers">See all offers</a> <button type="button">Got it</button>';
    document.body.prepend(banner);
    return node;
  },
};

// Which changes break which kind of locator.
const BREAKERS = {
  TestId: ['test-id'], Role: ['reword', 'icon', 'tag'], Label: ['reword'], Placeholder: ['reword'], AltText: ['reword'], Text: ['reword', 'icon'], Title: ['reword'],
  Css: ['attributes', 'name-attribute', 'wrap', 'landmark', 'reorder', 'tag'],
};

/** Makes one to so many changes, the first of which breaks the locator if any can. */
function change(node, kind, most, { breaking = true, without = [] } = {}) {
  const done = [];
  const possible = shuffled(Object.keys(CHANGES).filter((name) => !without.includes(name)));
  const first = breaking ? shuffled(BREAKERS[kind] ?? []) : [];
  const wanted = 1 + below(most);
  let at = node;
  for (const name of [...first, ...possible]) {
    if (done.length >= wanted) break;
    if (done.includes(name) || (first.includes(name) && done.some((d) => first.includes(d)))) continue;
    const after = CHANGES[name](at);
    if (!after) continue;
    at = after;
    done.push(name);
  }
  return done;
}
