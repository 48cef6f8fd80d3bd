// What a person sees on the page right now, in one round trip. Returns JSON text.
() => {
  const clean = (text) => (text || '').slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, 300);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const lines = (text) => (text || '').slice(0, 200000).split(/[\n\t]/).map(clean).filter(Boolean);
  // Open shadow roots are part of what a person sees.
  const roots = [document];
  for (let i = 0; i < roots.length && roots.length < 500; i++) {
    for (const element of roots[i].querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector) => roots.flatMap((r) => [...r.querySelectorAll(selector)]);
  const blocks = [document.body, ...roots.slice(1).flatMap((r) => [...r.children]).filter((e) => e.localName !== 'style' && e.localName !== 'script' && shown(e))];
  const texts = (selector) => all(selector).filter(shown).slice(0, 30).flatMap((e) => lines(e.innerText));
  const root = document.documentElement;
  return JSON.stringify({
    url: location.href,
    title: clean(document.title),
    lines: [...new Set(blocks.flatMap((e) => lines(e?.innerText)))].slice(0, 800),
    messages: [...new Set(texts('[role=alert], [role=status], [role=alertdialog], dialog[open], [aria-live=polite], [aria-live=assertive], output'))],
    refusals: [...new Set(texts('[class*=error i], [class*=invalid i], [class*=danger i], [class*=validation i]'))],
    notices: [...new Set(texts('[class*=success i], [class*=message i], [class*=notice i], [class*=toast i], [class*=flash i], [class*=alert i], [class*=info i]'))],
    entries: [...new Set(all('tbody > tr, ul > li, ol > li, article')
      .filter((e) => e.parentElement && [...e.parentElement.children].filter((x) => x.localName === e.localName).length > 1 && !e.closest('nav, header, footer') && shown(e))
      .slice(0, 200).flatMap((e) => lines(e.innerText)))].slice(0, 800),
    headings: [...new Set(texts('h1, h2'))],
    refusedFields: all('[aria-invalid=true]').filter(shown).length,
    complete: document.readyState === 'complete',
    pageWidth: Math.max(root?.scrollWidth ?? 0, document.body?.scrollWidth ?? 0),
    viewWidth: root?.clientWidth ?? 0,
  });
}
