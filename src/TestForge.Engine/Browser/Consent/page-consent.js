  // Part of page-facts.js: what lies over the page, with its text and its buttons. Whether it asks for consent, its words tell; they are judged elsewhere.
  const CONSENT_BANNERS = /* consent-banners.json */;
  const overlaid = [];
  const PRESSABLE = 'button, [role=button], input[type=button], input[type=submit], a:not([href]), a[href^="#"], a[href^="javascript:" i], [onclick], [class*=btn i][tabindex]';
  const MOST_TEXT = 4000;

  function liesOver(element) {
    if (element === document.body || element === document.documentElement) return false;
    if (element.matches('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]')) return true;
    const { position, zIndex } = getComputedStyle(element);
    return position === 'fixed' || position === 'sticky' || (position === 'absolute' && Number(zIndex) > 0);
  }
  // Selectors of Playwright look into open shadow roots wherever there is a space.
  const cssThrough = (element) => (element.getRootNode() instanceof ShadowRoot ? `${cssThrough(element.getRootNode().host)} ${cssOf(element)}` : cssOf(element));

  function overlayOf(element, known) {
    const buttons = [];
    let text = '';
    let left = 1500;
    const visit = (node) => {
      if (--left < 0 || text.length > MOST_TEXT) return;
      if (node.nodeType === Node.TEXT_NODE) text += `${node.nodeValue.slice(0, MOST_TEXT)} `;
      if (node.nodeType !== Node.ELEMENT_NODE || /^(script|style|noscript|template)$/.test(node.localName)) return;
      if (buttons.length < 30 && node.matches(PRESSABLE) && node.checkVisibility({ visibilityProperty: true })) buttons.push(node);
      for (const child of node.shadowRoot?.childNodes ?? []) visit(child);
      for (const child of node.childNodes) visit(child);
    };
    visit(element);
    if ((buttons.length === 0 && element.localName !== 'iframe') || text.length > MOST_TEXT) return;
    const root = element.shadowRoot ?? element;
    const kindOf = (button) => known && ['decline', 'close', 'accept'].find((kind) => known[kind] && [...root.querySelectorAll(known[kind])].includes(button));
    overlaid.push([element, ...buttons]);
    return {
      text: clean(element.localName === 'iframe' ? `${element.title} ${element.name} ${element.id} ${element.className} ${element.src.split('?')[0]}` : text, MOST_TEXT),
      css: cssThrough(element),
      known: known?.name,
      frame: element.localName === 'iframe' || undefined,
      buttons: buttons.map((button) => ({
        name: clean(button.getAttribute('aria-label') || (button.localName === 'input' ? button.value : textFor(button)) || button.title, 80),
        role: roleOf(button),
        css: cssThrough(button),
        kind: kindOf(button),
        sendsTo: button.matches('button:not([type]), [type=submit]') && button.form ? absolute(button.form.getAttribute('action') ?? '', button.ownerDocument) : undefined,
      })),
    };
  }

  function overlays() {
    const found = new Map();
    const consider = (element, known) => {
      if (found.size < 12 && !found.has(element)) found.set(element, overlayOf(element, known));
    };
    for (const known of document.querySelector(CONSENT_BANNERS.map((b) => b.banner).join()) ? CONSENT_BANNERS : []) {
      const element = [...document.querySelectorAll(known.banner)].find((e) => e.shadowRoot?.childElementCount > 0 || e.checkVisibility({ visibilityProperty: true }));
      if (element) consider(element, known);
    }
    for (const [x, y] of [[0.5, 0.5], [0.5, 0.97], [0.5, 0.03], [0.04, 0.96], [0.96, 0.96], [0.96, 0.04], [0.04, 0.04]]) {
      const hit = (root) => root.elementFromPoint(innerWidth * x, innerHeight * y);
      let at = hit(document);
      for (let inner = at; (inner = at?.shadowRoot && hit(at.shadowRoot)) && inner !== at;) at = inner;
      for (let steps = 0; at && steps < 40; at = parentOf(at), steps++) if (liesOver(at) || (at.localName === 'iframe' && at.offsetHeight > 60)) consider(at);
    }
    try { Object.defineProperty(window, Symbol.for('testforge.consent'), { value: overlaid, configurable: true }); } catch { return []; }
    return [...found.values()].map((overlay) => overlay && { ...overlay, at: overlaid.findIndex(([e]) => found.get(e) === overlay) }).filter(Boolean);
  }
