// The one element that a locator finds. Changes nothing.
(all) => {
  const e = all[0];
  if (!e) return null;
  const box = e.getBoundingClientRect();
  const closed = (at) => at && ((at.localName === 'details' && !at.open && at !== e)
    || (at.id && !!document.querySelector(`[aria-controls="${CSS.escape(at.id)}"][aria-expanded=false], [aria-controls="${CSS.escape(at.id)}"][aria-selected=false]`))
    || closed(at.parentElement));
  return JSON.stringify({
    visible: box.width > 0 && box.height > 0 && e.checkVisibility({ visibilityProperty: true }),
    disabled: e.matches(':disabled') || !!e.closest('[aria-disabled=true]'),
    readOnly: e.readOnly === true || e.getAttribute('aria-readonly') === 'true',
    closed: !!closed(e),
  });
}
