// The lists and tables of a page with their columns, and the numbers that stand outside them, in one round trip. Returns JSON text.
() => {
  const MAX_LISTS = 8, MAX_ROWS = 200, MAX_COLUMNS = 12, MAX_FIGURES = 40;
  const clean = (text) => (text || '').slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 300);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const { all, stable, selectorOf } = selectors();
  const aside = (element) => element.closest('nav, header, footer, [role=navigation], [role=menu], [role=tablist], select, datalist');

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
