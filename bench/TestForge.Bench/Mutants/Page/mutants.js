// Offers what the benchmark asks of the page.
const explorer = { elements: [], listens: () => undefined, handler: () => undefined, shortcuts: () => [] };
Object.defineProperty(window, Symbol.for('testforge.explore'), { value: explorer, configurable: true });
const nodeOf = (id) => explorer.elements.find((e) => ids.get(e) === id);

const mutants = {
  hold() {
    held = true;
  },
  /** Gives each element that was just read its place as identity. */
  identify() {
    explorer.elements.forEach((e, i) => ids.set(e, i));
  },
  /** The identities of the elements that were just read. */
  identities: () => explorer.elements.map((e) => ids.get(e) ?? NONE),
  /** The identity of a node, or of what it is a part of. */
  identityOf(node) {
    for (let at = node; at; at = parentOf(at)) {
      if (ids.has(at)) return ids.get(at);
    }
    return NONE;
  },
  place(selector, index) {
    const found = [];
    const walk = (root) => {
      for (const node of root.querySelectorAll('*')) {
        if (node.matches(selector)) found.push(node);
        if (node.shadowRoot) walk(node.shadowRoot);
      }
    };
    walk(document);
    return ids.get(found[index]) ?? NONE;
  },
  plant(order) {
    seed(order.seed);
    return PLANTS[order.trap](nodeOf(order.target));
  },
  plantable: (trap) => trap in PLANTS,
  /** Returns what is demanded of the healer, or null when the trap does not apply. */
  trap(order) {
    seed(order.seed);
    return TRAPS[order.trap](nodeOf(order.target), order.kind);
  },
  /** Changes one element; returns the names of the changes. */
  change(order) {
    seed(order.seed);
    return change(nodeOf(order.target), order.kind, 4);
  },
  /** Changes a part of all elements at once, as a redesign does. Returns the changes by identity. */
  redesign(order) {
    seed(order.seed);
    const done = {};
    CHANGES.banner(document.body);
    for (const node of [...explorer.elements]) {
      if (!node.isConnected || !node.matches(INTERACTIVE) || node.localName.includes('-')) continue;
      const id = ids.get(node);
      const kind = order.kinds[id];
      if (random() < 0.08) {
        takeOff(node);
        done[id] = ['removed'];
      } else if (random() < (kind ? 0.6 : 0.25)) done[id] = change(node, kind, 3, { breaking: Boolean(kind), without: ['siblings', 'banner'] });
      else if (random() < 0.5) CHANGES.attributes(node);
    }
    return done;
  },
};
Object.defineProperty(window, Symbol.for('testforge.mutants'), { value: mutants, configurable: true });
