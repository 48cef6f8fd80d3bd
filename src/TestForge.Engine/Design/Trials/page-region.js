// What kind of part of a page an element is, and which of its parts lie elsewhere when numbers and options are longer. Returns JSON text.
(region) => {
  const MAX_ELEMENTS = 3000, MAX_MASKS = 20;
  const { selectorOf } = selectors();
  const box = region.getBoundingClientRect();
  const lists = 'tbody, ul, ol, dl, [role=list], [role=feed], [role=grid], [role=listbox]';
  const aside = (element) => element.closest('nav, header, footer, [role=navigation], [role=menu], [role=menubar], [role=tablist]');
  const roots = [region, ...(region.shadowRoot ? [region.shadowRoot] : [])];
  for (let i = 0; i < roots.length && roots.length < 200; i++) {
    for (const element of roots[i].querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (css) => roots.flatMap((root) => [...root.querySelectorAll(css)]);
  const repeats = all(lists).some((list) => !aside(list) && list.children.length > 0) || all('article').length > 1;

  // With longer data the layout is another; what moves then is found, and all is put back before anything is painted.
  const longer = () => {
    const undo = [];
    for (const root of roots) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (!/\d/.test(node.data) || ['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName)) continue;
        const [text, before] = [node, node.data];
        text.data = before.replace(/\d+/g, (number) => `${number}888`);
        undo.push(() => { text.data = before; });
      }
    }
    for (const select of all('select')) {
      const option = new Option('M'.repeat(40));
      select.add(option);
      undo.push(() => option.remove());
    }
    return () => undo.forEach((step) => step());
  };
  const elements = all('*').slice(0, MAX_ELEMENTS);
  const places = () => elements.map((element) => { const place = element.getBoundingClientRect(); return [place.left - box.left, place.top - box.top]; });
  const before = places();
  const back = longer();
  const grown = region.getBoundingClientRect();
  const after = places();
  back();
  const moved = new Set(elements.filter((_, i) => Math.abs(before[i][0] - after[i][0]) > 0.5 || Math.abs(before[i][1] - after[i][1]) > 0.5));
  const masks = [...moved].filter((element) => !moved.has(element.parentElement)).map(selectorOf);
  return JSON.stringify({
    tag: region.localName, type: region.getAttribute('type'), nameAttribute: region.getAttribute('name'),
    width: Math.round(box.width), height: Math.round(box.height), repeats,
    moves: Math.abs(grown.height - box.height) > 0.5 || masks.length > MAX_MASKS || masks.includes(null),
    masks: masks.filter((mask) => mask !== null),
    inBanner: !!region.parentElement?.closest('header, [role=banner]'),
  });
}
