// What kind of part of a page an element is. Returns JSON text.
(region) => {
  const box = region.getBoundingClientRect();
  const lists = 'tbody, ul, ol, dl, [role=list], [role=feed], [role=grid], [role=listbox]';
  const aside = (element) => element.closest('nav, header, footer, [role=navigation], [role=menu], [role=menubar], [role=tablist]');
  let repeats = false;
  const look = (root) => {
    const found = [...root.querySelectorAll(lists)].filter((list) => !aside(list));
    repeats ||= found.some((list) => list.children.length > 0) || root.querySelectorAll('article').length > 1;
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) look(element.shadowRoot);
  };
  look(region);
  if (region.shadowRoot) look(region.shadowRoot);
  return JSON.stringify({
    tag: region.localName, type: region.getAttribute('type'), nameAttribute: region.getAttribute('name'),
    width: Math.round(box.width), height: Math.round(box.height), repeats,
    inBanner: !!region.parentElement?.closest('header, [role=banner]'),
  });
}
