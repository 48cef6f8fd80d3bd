// What a person sees on the page right now, in one round trip. Returns JSON text.
() => {
  const clean = (text) => (text || '').slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, 300);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const lines = (text) => (text || '').slice(0, 200000).split(/[\n\t]/).map(clean).filter(Boolean);
  const texts = (selector) => [...document.querySelectorAll(selector)].filter(shown).slice(0, 30).flatMap((e) => lines(e.innerText));
  const root = document.documentElement;
  return JSON.stringify({
    url: location.href,
    title: clean(document.title),
    lines: [...new Set(lines(document.body?.innerText))].slice(0, 800),
    messages: [...new Set(texts('[role=alert], [role=status], [role=alertdialog], dialog[open], [aria-live=polite], [aria-live=assertive], output'))],
    refusals: [...new Set(texts('[class*=error i], [class*=invalid i], [class*=danger i], [class*=validation i]'))],
    notices: [...new Set(texts('[class*=success i], [class*=message i], [class*=notice i], [class*=toast i], [class*=flash i], [class*=alert i], [class*=info i]'))],
    headings: [...new Set(texts('h1, h2'))],
    refusedFields: [...document.querySelectorAll('[aria-invalid=true]')].filter(shown).length,
    complete: document.readyState === 'complete',
    pageWidth: Math.max(root?.scrollWidth ?? 0, document.body?.scrollWidth ?? 0),
    viewWidth: root?.clientWidth ?? 0,
  });
}
