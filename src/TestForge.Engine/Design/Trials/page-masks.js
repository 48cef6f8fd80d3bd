// The smallest parts of an element in which it differs from its picture. Returns selectors as JSON text, or null when one cannot be named.
(region, places) => {
  const MAX_ELEMENTS = 5000, MAX_MASKS = 20;
  const { selectorOf } = selectors();
  const base = region.getBoundingClientRect();
  const parts = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (parts.length >= MAX_ELEMENTS) return;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.height > 0) parts.push({ element, left: box.left - base.left, top: box.top - base.top, right: box.right - base.left, bottom: box.bottom - base.top, size: box.width * box.height });
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(region);
  if (region.shadowRoot) look(region.shadowRoot);
  parts.sort((a, b) => a.size - b.size);
  const found = new Set();
  for (const { x, y } of places) {
    const part = parts.find((p) => p.left - 1 <= x && x <= p.right && p.top - 1 <= y && y <= p.bottom);
    if (!part) return 'null';
    found.add(part.element);
  }
  const outermost = [...found].filter((element) => ![...found].some((other) => other !== element && other.contains(element)));
  const masks = outermost.map(selectorOf);
  return JSON.stringify(masks.length > MAX_MASKS || masks.some((m) => m === null) ? null : masks);
}
