// Changes after which a healer must not take just any element. "plant" prepares the page before it is read for the first time.
const PLANTS = {
  'similar-left'(node) {
    const words = wordsOf(node);
    const unit = unitOf(node);
    if (!words || !unit.parentElement || !words.get() || words.get().length > 40) return false;
    const copy = copyOf(unit, node, pick(isField(node) ? LOOK_ALIKE_FIELDS() : LOOK_ALIKES())(words.get()));
    if (random() < 0.5) unit.before(copy);
    else unit.after(copy);
    return true;
  },
  surname(node) {
    const words = wordsOf(node);
    const unit = unitOf(node);
    if (node.localName !== 'input' || !['text', 'search'].includes(node.type) || !words || !unit.parentElement) return false;
    const [mine, other, first, last] = pick([['First name', 'Last name', 'first', 'last'], ['Billing address', 'Shipping address', 'field1', 'field2'], ['From', 'To', 'from', 'to'], ['Email', 'Repeat email', 'mail1', 'mail2']]);
    words.set(mine);
    const copy = copyOf(unit, node, other);
    node.id = first;
    if (labelOf(node)) labelOf(node).htmlFor = first;
    node.setAttribute('name', first);
    const field = [copy, ...copy.querySelectorAll('input')].find((e) => e.localName === 'input');
    if (!field) return false;
    field.id = last;
    field.setAttribute('name', last);
    copy.querySelectorAll('label').forEach((l) => { l.htmlFor = last; });
    unit.after(copy);
    return true;
  },
};

const TRAPS = {
  removed(node) {
    takeOff(node);
    return 'abstain';
  },
  'similar-left'(node) {
    takeOff(node);
    return 'abstain';
  },
  surname(node) {
    const other = neighbourOf(node);
    const { id } = node;
    const name = node.getAttribute('name');
    takeOff(node);
    // Numbered fields are numbered anew.
    if (other && /\d$/.test(id)) {
      const label = labelOf(other);
      other.id = id;
      other.setAttribute('name', name);
      if (label) label.htmlFor = id;
    }
    return 'abstain';
  },
  replaced(node) {
    const words = wordsOf(node);
    const unit = unitOf(node);
    if (!words || !unit.parentElement) return null;
    unit.replaceWith(copyOf(unit, node, pick(isField(node) ? UNRELATED_FIELDS : UNRELATED)));
    return 'abstain';
  },
  'swap-words'(node) {
    const other = neighbourOf(node);
    const [mine, theirs] = [wordsOf(node), other && wordsOf(other)];
    // Without anything else that names them, elements that swap their words have swapped places.
    const named = (e) => ['id', 'name', 'href'].some((name) => /^(?!#$)\D+$/.test(e.getAttribute(name) ?? ''));
    if (!mine || !theirs || mine.get() === theirs.get() || !named(node) || !named(other)) return null;
    const [one, two] = [mine.get(), theirs.get()];
    mine.set(two);
    theirs.set(one);
    CHANGES['test-id'](node);
    CHANGES['test-id'](other);
    return 'abstain';
  },
  'swap-attributes'(node) {
    const other = neighbourOf(node);
    if (!other) return null;
    let swapped = false;
    for (const name of ['id', 'name', 'data-testid']) {
      const [one, two] = [node.getAttribute(name), other.getAttribute(name)];
      if (!one || !two || one === two) continue;
      const labels = name === 'id' ? [labelOf(node), labelOf(other)] : [];
      node.setAttribute(name, two);
      other.setAttribute(name, one);
      labels.forEach((label, i) => { if (label?.htmlFor) label.htmlFor = i ? one : two; });
      swapped = true;
    }
    return swapped ? 'right-or-abstain' : null;
  },
  'hidden-clone'(node, kind) {
    const unit = unitOf(node);
    if (!unit.parentElement) return null;
    const copy = unit.cloneNode(true);
    copy.setAttribute('style', pick(['display: none', 'visibility: hidden', 'width: 0; height: 0; overflow: hidden; position: absolute; padding: 0; border: 0']));
    if (random() < 0.5) unit.before(copy);
    else unit.after(copy);
    change(node, kind, 2);
    return 'right-or-abstain';
  },
  hidden(node) {
    node.style.setProperty('display', 'none', 'important');
    CHANGES['test-id'](node);
    return 'abstain';
  },
  'list-reorder'(node) {
    for (let row = node; row.parentElement; row = row.parentElement) {
      const rows = [...row.parentElement.children].filter((e) => e.localName === row.localName && e.querySelector(INTERACTIVE));
      if (!['li', 'tr', 'article'].includes(row.localName) || rows.length < 3) continue;
      const parent = row.parentElement;
      for (const one of [...rows].reverse()) parent.append(one);
      for (const e of parent.querySelectorAll(INTERACTIVE)) CHANGES.attributes(e);
      CHANGES['test-id'](node);
      return 'right-or-abstain';
    }
    return null;
  },
  iframe(node) {
    const unit = unitOf(node);
    if (!unit.parentElement || node.ownerDocument !== document || node.localName.includes('-')) return null;
    const frame = make(node, 'iframe');
    frame.setAttribute('style', 'width: 400px; height: 150px');
    frame.id = node.id ? `${node.id}-frame` : '';
    unit.replaceWith(frame);
    if (!frame.contentDocument?.body) return null;
    frame.contentDocument.body.append(unit);
    return 'right-or-abstain';
  },
  meaning(node) {
    const words = wordsOf(node);
    if (!words) return null;
    const opposite = OPPOSITES[words.get().toLowerCase()];
    if (isField(node) && !opposite) return null;
    words.set(opposite ?? pick(DESTRUCTIVE));
    CHANGES['test-id'](node);
    return 'abstain';
  },
};
