// Called with what listens on which nodes, as the DevTools protocol tells it. Leaves a helper for the script that reads the page,
// and returns lines that are the same when the same handlers listen.
function (ofWindow, listening, ...nodes) {
  const INTERESTING = new Set(['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'dblclick', 'contextmenu',
    'mouseover', 'mouseenter', 'mouseout', 'mouseleave', 'mousemove', 'pointerover', 'pointerenter', 'pointerout', 'pointerleave',
    'focus', 'focusin', 'blur', 'focusout', 'change', 'input', 'keydown', 'keyup', 'keypress', 'dragstart', 'drop']);
  const found = new Map();
  const add = (element, type, handler) => {
    if (!INTERESTING.has(type) || !element?.localName || element === document.documentElement || element === document.body) return;
    if (!found.has(element)) found.set(element, { types: new Set(), handlers: new Set() });
    const own = found.get(element);
    own.types.add(type);
    if (handler) own.handlers.add(handler);
  };
  // What an inline handler does, without the numbers and texts in which rows of a table differ.
  const inline = (element, type) => element.getAttribute?.(`on${type}`)?.replace(/\d+/g, '0').replace(/(["'`])(?:(?!\1).)*\1/g, 'q').slice(0, 120);
  const lines = new Set();
  nodes.forEach((node, i) => listening[i].forEach(([type, place]) => {
    const handler = inline(node, type) ?? place;
    lines.add(`${type} ${handler}`);
    add(node, type, handler);
  }));

  // jQuery keeps one listener on an ancestor and says in its own records which descendants it is for.
  const records = window.jQuery?._data;
  if (records) {
    for (const node of [document, document.body, ...nodes]) {
      let events;
      try { events = records(node, 'events'); } catch { continue; }
      for (const [type, handlers] of Object.entries(events ?? {})) {
        for (const { selector } of [...handlers].slice(0, 50)) {
          if (!selector) continue;
          try { (node.querySelectorAll ? node : document).querySelectorAll(selector).forEach((e) => add(e, type, selector)); } catch { /* a selector of jQuery's own */ }
        }
      }
    }
  }

  // React and Svelte listen at their root and keep an element's handlers on the element.
  const delegatedAtRoot = (element) => {
    for (const name of Object.keys(element)) {
      if (name.startsWith('__reactProps$') || name.startsWith('__reactEventHandlers$')) {
        for (const [prop, handler] of Object.entries(element[name] ?? {})) {
          if (typeof handler === 'function' && /^on[A-Z]/.test(prop)) {
            const type = prop.slice(2).replace(/Capture$/, '').toLowerCase();
            add(element, type === 'doubleclick' ? 'dblclick' : type, handler.name);
          }
        }
      } else if (/^__(click|mousedown|dblclick|change|input|keydown)$/.test(name) && element[name]) {
        add(element, name.slice(2), '');
      }
    }
    const events = Object.getOwnPropertySymbols(element).find((symbol) => symbol.description === 'events');
    for (const type of events ? Object.keys(element[events] ?? {}) : []) add(element, type, '');
  };

  // Elsewhere a listener on a container may be meant for what is in it; what shows the pointing hand says that it can be clicked.
  const containers = nodes.filter((n, i) => n.localName && n.childElementCount > 1 && listening[i].some(([type]) => type === 'click' || type === 'mousedown'));
  const roots = new Set([document, document.documentElement, document.body]);
  const anywhere = containers.length > 0 || ofWindow.includes('click') || nodes.some((n, i) => roots.has(n) && listening[i].some(([type]) => type === 'click'));
  const pointsLikeALink = (element) => anywhere && element.parentElement && element !== document.body
    && getComputedStyle(element).cursor === 'pointer' && getComputedStyle(element.parentElement).cursor !== 'pointer';

  // A box to check needs no hand; a listener on the list around it is for its clicks too.
  const around = new Set(nodes.filter((n, i) => n.localName && !roots.has(n) && listening[i].some(([type]) => type === 'click' || type === 'change')));
  const isBoxListenedFor = (element) => {
    if (element.localName !== 'input' || (element.type !== 'checkbox' && element.type !== 'radio')) return false;
    for (let parent = element.parentElement; parent; parent = parent.parentElement) if (around.has(parent)) return true;
    return false;
  };

  // Menus that style sheets alone open.
  const hoverable = new Set();
  let rules = 0;
  const hoverRules = (list) => {
    for (const rule of list) {
      if (++rules > 5000) return;
      if (rule.cssRules && !rule.selectorText) hoverRules(rule.cssRules);
      if (!rule.selectorText?.includes(':hover') || !rule.style) continue;
      const shows = ['display', 'visibility', 'opacity', 'max-height', 'height', 'left', 'transform', 'clip-path'].some((p) => {
        const value = rule.style.getPropertyValue(p);
        return value && value !== 'none' && value !== 'hidden' && value !== '0';
      });
      if (!shows) continue;
      for (const selector of rule.selectorText.split(',')) {
        const match = selector.match(/^(.*):hover(?:\S*)\s*[ >+~]\s*(\S.*)$/);
        if (!match) continue;
        try { [...document.querySelectorAll(match[1].trim() || '*')].slice(0, 30).forEach((e) => hoverable.add(e)); } catch { /* a selector of another time */ }
      }
    }
  };
  for (const sheet of document.styleSheets) {
    try { hoverRules(sheet.cssRules); } catch { /* a style sheet of another origin */ }
  }

  const attributes = (element) => {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('on')) add(element, name.slice(2), inline(element, name.slice(2)));
    }
  };

  const seen = new WeakSet();
  const look = (element) => {
    if (seen.has(element)) return;
    seen.add(element);
    delegatedAtRoot(element);
    attributes(element);
    if (found.get(element)?.types.has('click')) return;
    if (pointsLikeALink(element)) add(element, 'click', 'pointer');
    else if (isBoxListenedFor(element)) add(element, 'click', 'around');
  };
  const explore = {
    elements: [],
    listens(element) {
      look(element);
      const own = found.get(element);
      const types = own ? [...own.types] : [];
      if (hoverable.has(element)) types.push('hover');
      return types.length > 0 ? types : undefined;
    },
    shortcuts() {
      const heard = [...ofWindow, ...listening.flat().map(([type]) => type)].some((type) => type === 'keydown' || type === 'keyup' || type === 'keypress');
      return heard ? [...new Set([...document.querySelectorAll('kbd')].slice(0, 40).map((e) => e.textContent))] : [];
    },
    handler(element) {
      return [...(found.get(element)?.handlers ?? [])].sort().join(' ').slice(0, 300) || undefined;
    },
  };
  Object.defineProperty(window, Symbol.for('testforge.explore'), { value: explore, configurable: true });
  return [...lines];
}
