// The lists and tables of a page with their columns, and the numbers that stand outside them, in one round trip. Returns JSON text.
() => {
  const MAX_LISTS = 8, MAX_ROWS = 200, MAX_COLUMNS = 12, MAX_FIGURES = 40;
  const clean = (text) => (text || '').slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 300);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const roots = [document];
  for (let i = 0; i < roots.length && roots.length < 500; i++) {
    for (const element of roots[i].querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  // CSS of a locator looks into open shadow roots; so does this.
  const all = (css) => roots.flatMap((r) => [...r.querySelectorAll(css)]);
  const aside = (element) => element.closest('nav, header, footer, [role=navigation], [role=menu], [role=tablist], select, datalist');

  const stable = (name) => /^[A-Za-z][\w-]{1,40}$/.test(name) && !/\d{3,}|[0-9a-f]{8,}|^(css|sc|jss|ng|v|svelte)-/i.test(name);
  const parts = (element) => {
    const own = [];
    if (element.id && stable(element.id)) own.push(`#${element.id}`);
    for (const name of element.classList) if (stable(name)) own.push(`${element.localName}.${name}`);
    own.push(element.localName);
    return own;
  };
  // The shortest selector that finds the element alone: its own names, then those of what lies around it.
  function selectorOf(element) {
    const alone = (css) => { const found = all(css); return found.length === 1 && found[0] === element; };
    for (const own of parts(element)) if (alone(own)) return own;
    let at = element.parentElement;
    for (let depth = 0; at && depth < 5; depth++, at = at.parentElement) {
      for (const outer of parts(at)) for (const own of parts(element)) if (alone(`${outer} ${own}`)) return `${outer} ${own}`;
    }
    const way = [];
    // The outermost element of a shadow root has a parent node and no parent element.
    for (at = element; at && way.length < 8; at = at.parentElement) {
      const same = [...at.parentNode.children].filter((e) => e.localName === at.localName);
      way.unshift(same.length > 1 ? `${at.localName}:nth-of-type(${same.indexOf(at) + 1})` : at.localName);
    }
    const css = way.join(' > ');
    return alone(css) ? css : null;
  }

  const containers = all('tbody, ul, ol, [role=list], [role=feed]').concat(all('article').map((e) => e.parentElement));
  const lists = [];
  const used = new Set();
  const seen = new Set();
  for (const container of containers) {
    if (!container || seen.has(container) || lists.length >= MAX_LISTS || aside(container) || !shown(container)) continue;
    seen.add(container);
    const first = container.firstElementChild;
    const tag = container.querySelector(':scope > article') ? 'article' : first?.localName;
    const rows = [...container.children].filter((e) => e.localName === tag && shown(e)).slice(0, MAX_ROWS);
    if (!tag || rows.length < 1) continue;
    const base = selectorOf(container);
    if (!base) continue;
    const css = `${base} > ${tag}`;
    const columns = [];
    if (tag === 'tr') {
      const width = Math.max(...rows.map((r) => r.children.length));
      for (let i = 1; i <= Math.min(width, MAX_COLUMNS); i++) columns.push({ css: `${css} > :nth-child(${i})`, texts: rows.map((r) => clean(r.children[i - 1]?.innerText)) });
    } else {
      // What each row has exactly once, by tag and class.
      const counts = new Map();
      for (const row of rows) {
        const own = new Map();
        for (const element of [...row.querySelectorAll('*')].slice(0, 60)) {
          if (![...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
          const name = [...element.classList].find(stable);
          const sign = name ? `${element.localName}.${name}` : element.localName;
          own.set(sign, own.has(sign) ? null : element);
        }
        for (const [sign, element] of own) if (element) counts.set(sign, [...(counts.get(sign) || []), element]);
      }
      for (const [sign, elements] of counts) {
        if (elements.length === rows.length && columns.length < MAX_COLUMNS) columns.push({ css: `${css} ${sign}`, texts: elements.map((e) => clean(e.innerText)) });
      }
    }
    rows.forEach((row) => used.add(row));
    lists.push({ css, rows: rows.map((r) => clean(r.innerText)), columns });
  }

  const inList = (element) => { for (let at = element; at; at = at.parentElement) if (used.has(at)) return true; return false; };
  const figures = [];
  for (const element of all('p, span, strong, b, output, dd, td, div, h2, h3, em')) {
    if (figures.length >= MAX_FIGURES) break;
    if (element.children.length > 2 || aside(element) || inList(element) || !shown(element) || element.closest('label, button, a')) continue;
    const text = clean(element.innerText);
    if (text.length > 80 || !/\d/.test(text)) continue;
    const css = selectorOf(element);
    if (css) figures.push({ css, text });
  }
  return JSON.stringify({ lists, figures });
}
