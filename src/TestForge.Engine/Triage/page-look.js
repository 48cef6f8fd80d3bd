// What a page shows after a step failed on it. Changes nothing. Takes the fingerprint of the element that was wanted, or null.
(wanted) => {
  const watch = window[Symbol.for('testforge.watch')];
  const clean = (text, max = 120) => (typeof text === 'string' ? text : '').slice(0, max * 8).replace(/\s+/g, ' ').trim().slice(0, max);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const shown = (e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && e.checkVisibility({ visibilityProperty: true });
  };
  const nameOf = (e) => clean(e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.placeholder || e.name || e.id || e.localName, 60);
  const body = document.body;
  const text = (body?.innerText ?? '').slice(0, 20000);

  function busy() {
    if (document.readyState !== 'complete') return 'the document is still loading';
    if (watch?.pending > 0) return 'requests of the page are still open';
    const sign = all('[aria-busy=true], progress:not([value]), [role=progressbar]:not([aria-valuenow])').find(shown);
    if (sign) return 'it says that it is busy';
    return /^(loading|please wait|one moment|wird geladen|bitte warten|chargement|cargando|caricamento)\b/i.test(clean(text)) ? `it says “${clean(text, 40)}”` : undefined;
  }

  // Untouched fields that are required are invalid from the start, so only what was tried counts; and one that was emptied since only when the form was not sent.
  const keptBack = (e) => e.matches(':user-invalid') && (!e.validity.valueMissing || !watch || watch.refused.has(e));
  const refused = all('input, select, textarea').filter((e) => shown(e) && (e.getAttribute('aria-invalid') === 'true' || keptBack(e)));

  function over() {
    const dialog = all('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]').filter(shown).at(-1);
    if (dialog) {
      if (wanted && all('*', dialog).some(isWanted)) return undefined;
      return clean(dialog.getAttribute('aria-label') || dialog.querySelector('h1, h2, h3')?.textContent || dialog.innerText, 60) || dialog.localName;
    }
    for (let at = document.elementFromPoint(innerWidth / 2, innerHeight / 2); at && at !== body && at !== document.documentElement; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if (getComputedStyle(at).position === 'fixed' && box.width * box.height > innerWidth * innerHeight * 0.6) return `<${at.localName}${at.id ? ` id="${clean(at.id, 40)}"` : ''}>`;
    }
    return undefined;
  }

  // Only what names an element is proof of it: others may say the same.
  const isWanted = (e) => e.localName === wanted.tag
    && ((wanted.testId && e.getAttribute('data-testid') === wanted.testId)
      || (wanted.id && e.id === wanted.id)
      || (wanted.nameAttribute && e.getAttribute('name') === wanted.nameAttribute)
      || (wanted.href && e.getAttribute('href') === wanted.href && clean(e.textContent, 200) === (wanted.text ?? ''))
      || (wanted.css && matches(e, wanted.css) && clean(e.textContent, 200) === (wanted.text ?? '')));
  const matches = (e, css) => { try { return e.matches(css); } catch { return false; } };
  const closedAround = (e) => {
    for (let at = e; at; at = at.parentElement) {
      if (at.localName === 'details' && !at.open && at !== e) return true;
      if (at.id && document.querySelector(`[aria-controls="${CSS.escape(at.id)}"][aria-expanded=false], [aria-controls="${CSS.escape(at.id)}"][aria-selected=false]`)) return true;
      if (at.getAttribute('role') === 'tabpanel' && !shown(at)) return true;
    }
    return false;
  };

  function twin() {
    const found = wanted ? all(CSS.escape(wanted.tag)).filter(isWanted) : [];
    const inert = (e) => !!e.closest('[inert], [aria-hidden=true]');
    if (found.length === 0 || found.some((e) => shown(e) && !inert(e))) return undefined;
    return { inert: inert(found[0]), closed: closedAround(found[0]) };
  }

  return JSON.stringify({
    title: clean(document.title),
    heading: clean(all('h1, h2, [role=heading]').find(shown)?.textContent),
    text,
    blank: !body || (clean(text) === '' && !all('img, svg, canvas, video, iframe, input, button, select, textarea, object', body).some(shown)),
    asksForPassword: all('input[type=password]').some(shown),
    busy: busy(),
    refused: refused.slice(0, 5).map(nameOf),
    over: over(),
    twin: twin(),
  });
}
