// Waits until the page has settled, then reads everything about it in one round trip. Returns JSON text.
async (options) => {
  const watch = window[Symbol.for('testforge.watch')];
  // An image of the name "title" hides the document's member of that name.
  const unhidden = (real) => {
    const shown = new Proxy(real, {
      get(target, name) {
        for (let at = Document.prototype; at; at = Object.getPrototypeOf(at)) {
          const found = Object.getOwnPropertyDescriptor(at, name);
          if (found?.get) return found.get.call(target);
          if (found) return typeof found.value === 'function' ? (...given) => found.value.apply(target, given.map((g) => (g === shown ? target : g))) : found.value;
        }
        return undefined;
      },
    });
    return shown;
  };
  const document = options.careful ? unhidden(window.document) : window.document;
  const crawl = window[Symbol.for('testforge.crawl')];
  const explore = options.explore ? window[Symbol.for('testforge.explore')] : undefined;
  // The page's own clock and timers may be made to stand still.
  const now = watch?.now ?? (() => performance.now());
  const later = watch?.later ?? setTimeout;
  const sleep = (ms) => new Promise((done) => later(done, ms));

  // Counts what was unpacked: a small answer may be a large document. Its size is known only once it has ended; until then the tree tells.
  const tooLarge = () => (performance.getEntriesByType('navigation')[0]?.decodedBodySize || document.documentElement?.outerHTML.length) > options.maxDocumentBytes;

  async function settle() {
    const deadline = now() + options.settleMilliseconds;
    for (let measured = now(); document.readyState !== 'complete' && now() < deadline; await sleep(10)) {
      if (now() - measured < 100) continue;
      if (tooLarge()) return stop();
      measured = now();
    }
    // A page that is about to send its visitor on is not the page to read: being sent on ends this script, and it runs again there.
    const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.content.match(/^\s*(\d*\.?\d+)/);
    if (refresh && Number(refresh[1]) <= 2 && now() < deadline) await sleep(Math.min(Number(refresh[1]) * 1000 + 1500, Math.max(0, deadline - now())));
    // A page without scripts cannot change any more.
    if (!watch || document.scripts.length === 0) return;
    // What an action has changed may be drawn with the next frame only, and until then the page is quiet. A page without a window draws none.
    if (options.frames) await Promise.race([new Promise((done) => watch.frame(() => watch.frame(done))), sleep(100)]);
    const quiet = () => {
      const timers = options.timers ? [...crawl?.due ?? []].some((end) => end < deadline) : false;
      return !timers && watch.pending === 0 && now() - watch.changed >= options.quietMilliseconds;
    };
    while (now() < deadline) {
      // On a busy machine the page may have stood still because it did not run: what waits for its turn has it first.
      let turns = 0;
      while (quiet() && turns++ < 3) await sleep(1);
      if (turns > 3) return;
      await sleep(10);
    }
  }

  const MAX_TEXT = 200;
  const clean = (text, max = MAX_TEXT) => {
    // A form's property is its field of that name, if it has one: "title", "id".
    if (!text || typeof text !== 'string') return '';
    const collapsed = text.slice(0, max * 8).replace(/\s+/g, ' ').trim();
    return collapsed.length > max ? collapsed.slice(0, max) : collapsed;
  };
  // The fields of a form hide its members of the same name: where one is called "children", form.children is that field.
  const inherited = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (element) => get.call(element);
  };
  const childrenOf = inherited(Element.prototype, 'children');
  const attributesOf = inherited(Element.prototype, 'attributes');
  const fieldsOf = inherited(HTMLFormElement.prototype, 'elements');
  const attribute = (element, name) => element.getAttribute(name) ?? undefined;

  const IMPLIED_ROLES = {
    article: 'article', aside: 'complementary', button: 'button', dialog: 'dialog', fieldset: 'group', form: 'form',
    h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', hr: 'separator',
    img: 'img', li: 'listitem', main: 'main', nav: 'navigation', ol: 'list', ul: 'list', option: 'option',
    output: 'status', progress: 'progressbar', summary: '', table: 'table', textarea: 'textbox', tr: 'row',
  };
  const INPUT_ROLES = {
    button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio',
    number: 'spinbutton', range: 'slider', search: 'searchbox', email: 'textbox', tel: 'textbox', text: 'textbox', url: 'textbox',
  };
  const SECTIONING = 'article, aside, main, nav, section';

  function roleOf(element) {
    const explicit = (element.getAttribute('role') || '').trim().split(/\s+/)[0];
    if (explicit) return explicit;
    const tag = element.localName;
    switch (tag) {
      case 'a': case 'area': return element.hasAttribute('href') ? 'link' : '';
      case 'input': {
        const type = (element.getAttribute('type') || 'text').toLowerCase();
        if (element.hasAttribute('list') && INPUT_ROLES[type] === 'textbox') return 'combobox';
        return type in INPUT_ROLES ? INPUT_ROLES[type] : (['password', 'date', 'time', 'month', 'week', 'datetime-local', 'color', 'file', 'hidden'].includes(type) ? '' : 'textbox');
      }
      case 'select': return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
      case 'header': return element.closest(SECTIONING) ? '' : 'banner';
      case 'footer': return element.closest(SECTIONING) ? '' : 'contentinfo';
      case 'section': return labelled(element) ? 'region' : '';
      case 'form': return labelled(element) ? 'form' : '';
      case 'img': return element.getAttribute('alt') === '' ? 'presentation' : 'img';
      default: return IMPLIED_ROLES[tag] ?? '';
    }
  }
  const labelled = (element) => element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby') || element.hasAttribute('title');

  function hidden(element) {
    if (element.closest('[aria-hidden="true"], [hidden], [inert]')) return true;
    return !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  }

  function textFor(node, depth = 0) {
    if (depth > 12) return '';
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const tag = node.localName;
    if (tag === 'script' || tag === 'style' || tag === 'template' || tag === 'noscript') return '';
    if (node.getAttribute('aria-hidden') === 'true') return '';
    const own = node.getAttribute('aria-label');
    if (own && depth > 0) return ` ${own} `;
    if (tag === 'img') return node.alt ? ` ${node.alt} ` : '';
    if (tag === 'svg') return node.querySelector(':scope > title')?.textContent ?? '';
    if (tag === 'br') return ' ';
    if (depth > 0 && (tag === 'select' || tag === 'textarea')) return '';
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return '';
    const children = node.shadowRoot ? node.shadowRoot.childNodes : tag === 'slot' ? node.assignedNodes({ flatten: true }) : node.childNodes;
    let text = '';
    for (const child of children) {
      text += textFor(child, depth + 1);
      if (text.length > MAX_TEXT * 8) break;
    }
    return style.display.startsWith('inline') ? text : ` ${text} `;
  }

  function labelOf(element) {
    if (!element.labels || element.labels.length === 0) return '';
    return clean([...element.labels].map((label) => textFor(label)).join(' '));
  }

  function nameOf(element, role) {
    const references = element.getAttribute('aria-labelledby');
    if (references) {
      const root = element.getRootNode();
      const text = clean(references.split(/\s+/).map((id) => root.getElementById?.(id)).filter(Boolean).map((e) => textFor(e)).join(' '));
      if (text) return text;
    }
    const label = clean(element.getAttribute('aria-label'));
    if (label) return label;
    const tag = element.localName;
    if (tag === 'input' || tag === 'select' || tag === 'textarea') {
      const type = (element.getAttribute('type') || '').toLowerCase();
      if (type === 'submit' || type === 'button' || type === 'reset') {
        return clean(element.value) || (type === 'submit' ? 'Submit' : type === 'reset' ? 'Reset' : clean(element.title));
      }
      if (type === 'image') return clean(element.alt || element.value || element.title) || 'Submit';
      return labelOf(element) || clean(element.title) || clean(element.placeholder);
    }
    if (tag === 'img' || tag === 'area') return clean(element.getAttribute('alt')) || clean(element.title);
    if (tag === 'fieldset') return clean(textFor(element.querySelector(':scope > legend') ?? document.createTextNode('')));
    if (tag === 'table') return clean(element.caption ? textFor(element.caption) : '') || clean(element.title);
    if (NAMED_BY_CONTENT.has(role) || tag === 'summary') return clean(textFor(element)) || clean(element.title);
    return clean(element.title);
  }
  const NAMED_BY_CONTENT = new Set([
    'button', 'cell', 'checkbox', 'columnheader', 'gridcell', 'heading', 'link', 'menuitem', 'menuitemcheckbox', 'menuitemradio',
    'option', 'radio', 'row', 'rowheader', 'switch', 'tab', 'tooltip', 'treeitem',
  ]);

  // What a style sheet writes before or after an element, as with the glyphs of icon fonts, is part of its accessible name.
  const writes = (element, place) => {
    const content = getComputedStyle(element, place).content;
    return content[0] === '"' && /"[^"]*[^"\s][^"]*"/.test(content.includes('" / ') ? content.slice(content.indexOf('" / ') + 4) : content);
  };
  function decorated(element, role) {
    if (!(NAMED_BY_CONTENT.has(role) || element.localName === 'summary') || element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')) return undefined;
    // Not all of it is listed first: within each other, a few thousand elements would be listed a few thousand times.
    const parts = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
    for (let part = element, left = 40; part && left > 0; part = parts.nextNode(), left--) {
      if ((writes(part, '::before') || writes(part, '::after')) && part.closest('[aria-hidden="true"]') === null) return true;
    }
    return undefined;
  }

  const LANDMARKS = new Set(['banner', 'navigation', 'main', 'contentinfo', 'complementary', 'search', 'form', 'region', 'dialog', 'alertdialog']);
  function parentOf(element) {
    return element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
  }
  function landmarkOf(element) {
    for (let at = parentOf(element); at; at = parentOf(at)) {
      const role = roleOf(at);
      if (LANDMARKS.has(role)) return [role, nameOf(at, role) || undefined];
    }
    return [undefined, undefined];
  }

  function cssOf(element) {
    const root = element.getRootNode();
    const unique = (selector) => { try { return root.querySelectorAll(selector).length === 1; } catch { return false; } };
    const id = element.id;
    if (id && id.length < 60 && unique(`#${CSS.escape(id)}`)) return `#${CSS.escape(id)}`;
    const parts = [];
    for (let at = element; at && at.nodeType === Node.ELEMENT_NODE; at = at.parentElement) {
      let part = at.localName.includes(':') ? '*' : CSS.escape(at.localName);
      if (at !== element && at.id && at.id.length < 60 && unique(`#${CSS.escape(at.id)}`)) {
        parts.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const siblings = at.parentElement ? [...childrenOf(at.parentElement)].filter((s) => s.localName === at.localName) : [];
      if (siblings.length > 1) part += `:nth-of-type(${siblings.indexOf(at) + 1})`;
      parts.unshift(part);
      if (parts.length > 1 && unique(parts.join(' > '))) break;
    }
    return parts.join(' > ');
  }

  function pathOf(element) {
    const tags = [];
    for (let at = element; at && tags.length < 30; at = at.parentElement) tags.unshift(at.localName);
    return tags.join('/');
  }

  // Siblings share their parent's part, and a page has many of them: each part is made once.
  const steps = new Map();
  function xpathOf(element, depth = 0) {
    const known = steps.get(element);
    if (known) return known;
    let position = 1;
    for (let before = element.previousElementSibling; before && position < 1000; before = before.previousElementSibling) if (before.localName === element.localName) position++;
    const own = `${element.localName}[${position}]`;
    const path = element.parentElement && depth < 30 ? `${xpathOf(element.parentElement, depth + 1)}/${own}` : own;
    steps.set(element, path);
    return path;
  }

  function plainText(element, max) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = walker.nextNode(); node && text.length < max * 2; node = walker.nextNode()) {
      const parent = node.parentElement?.localName;
      if (parent !== 'script' && parent !== 'style' && parent !== 'noscript') text += `${node.nodeValue} `;
    }
    return clean(text, max);
  }
  function neighbourTextOf(element) {
    const own = plainText(element, MAX_TEXT).length;
    let at = element;
    for (let i = 0; i < 4 && at.parentElement; i++) {
      at = at.parentElement;
      if (at.childElementCount > 60) break;
      const text = plainText(at, MAX_TEXT);
      if (text.length > own + 2) return text;
    }
    return undefined;
  }

  function printOf(element, frames, shadowDepth, offset) {
    const role = roleOf(element);
    const box = element.getBoundingClientRect();
    const [landmark, landmarkName] = landmarkOf(element);
    return {
      tag: element.localName,
      role,
      name: nameOf(element, role),
      decorated: decorated(element, role),
      id: element.id ? clean(element.id) : undefined,
      testId: attribute(element, 'data-testid'),
      type: attribute(element, 'type')?.toLowerCase(),
      nameAttribute: attribute(element, 'name'),
      text: clean(element.localName === 'select' ? '' : textFor(element)) || undefined,
      label: labelOf(element) || undefined,
      placeholder: clean(attribute(element, 'placeholder')) || undefined,
      alt: clean(attribute(element, 'alt')) || undefined,
      title: clean(attribute(element, 'title')) || undefined,
      href: attribute(element, 'href')?.slice(0, 2000),
      classes: [...element.classList].slice(0, 12),
      box: { x: round(box.x + scrollX + offset.x), y: round(box.y + scrollY + offset.y), width: round(box.width), height: round(box.height) },
      neighbourText: neighbourTextOf(element),
      path: pathOf(element),
      xPath: xpathOf(element),
      css: cssOf(element),
      frames,
      shadowDepth,
      landmark,
      landmarkName,
    };
  }
  const round = (value) => Math.round(value * 10) / 10;

  const SELECTOR = (options.also ? `${options.also}, ` : '') + 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], ' +
    '[role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=checkbox], [role=radio], [role=switch], [role=combobox], [role=searchbox], ' +
    '[role=textbox], [role=slider], [role=spinbutton], [role=option], [role=treeitem], [contenteditable=""], [contenteditable=true], [onclick], ' +
    'h1, h2, h3, h4, h5, h6, img[alt], [role=heading], [role=alert], [role=status], [role=dialog], dialog[open], [data-testid]';

  const elements = [];
  const indexOf = new Map();
  const forms = [];
  const frameAddresses = [];
  const landmarks = new Set();
  const headings = [];
  const brokenImages = [];
  const orphanFields = [];

  function walk(root, frames, shadowDepth, offset) {
    const wanted = explore ? [...root.querySelectorAll('*')].filter((e) => e.matches(SELECTOR) || explore.listens(e)) : root.querySelectorAll(SELECTOR);
    for (const element of wanted) {
      if (elements.length >= options.maxElements) break;
      indexOf.set(element, elements.length);
      const disabled = element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true';
      const box = element.getBoundingClientRect();
      elements.push({
        print: printOf(element, frames, shadowDepth, offset),
        link: (element.localName === 'a' || element.localName === 'area') && typeof element.href === 'string' ? element.href.slice(0, 2000) || undefined : undefined,
        visible: box.width > 0 && box.height > 0 && !hidden(element),
        enabled: !disabled,
        sends: sendsOf(element),
        listens: explore?.listens(element),
        handler: explore?.handler(element),
        options: options.values ? choicesOf(element) : explore && element.localName === 'select' ? [...element.options].filter((o) => !o.disabled && !o.selected).slice(0, 8).map((o) => clean(o.label || o.text, 100)) : undefined,
        value: options.values ? valueOf(element) : undefined,
        states: options.values ? statesOf(element) : undefined,
        shortcut: explore ? keysOf(element.getAttribute('aria-keyshortcuts')?.trim().split(/\s+/)[0]) : undefined,
        draggable: explore && element.draggable && element.localName !== 'img' && element.localName !== 'a' ? true : undefined,
      });
    }
    for (const element of root.querySelectorAll('*')) {
      const role = roleOf(element);
      if (LANDMARKS.has(role) && role !== 'dialog' && role !== 'alertdialog') landmarks.add(role);
      if (role === 'heading' && headings.length < 100 && !hidden(element)) {
        headings.push({ level: Number(element.getAttribute('aria-level')) || Number(element.localName[1]) || 2, text: clean(textFor(element)) });
      }
      if (element.localName === 'img' && element.complete && element.naturalWidth === 0 && element.currentSrc && brokenImages.length < 50 && !element.currentSrc.startsWith('data:')) {
        brokenImages.push(element.currentSrc.slice(0, 2000));
      }
      if (element.shadowRoot && shadowDepth < 10) walk(element.shadowRoot, frames, shadowDepth + 1, offset);
      if ((element.localName === 'iframe' || element.localName === 'frame') && frameAddresses.length < 50) {
        frameAddresses.push((element.src || 'about:srcdoc').slice(0, 2000));
        let inner = null;
        try { inner = element.contentDocument; } catch { /* another origin: its content is not ours to read */ }
        if (inner?.documentElement && frames.length < 12) {
          const box = element.getBoundingClientRect();
          walk(inner, [...frames, cssOf(element)], shadowDepth, { x: offset.x + box.x, y: offset.y + box.y });
        }
      }
      if (element.localName === 'form' && forms.length < 100) forms.push(formOf(element));
    }
    for (const field of root.querySelectorAll('input, select, textarea')) {
      if (!field.form && fieldType(field)) orphanFields.push(field);
    }
  }

  // Frameworks let links and buttons send other methods than HTML can.
  const sendsOf = (element) => {
    if (element.closest('[hx-delete], [data-hx-delete]')) return 'delete';
    return (element.getAttribute('data-method') || element.getAttribute('data-turbo-method'))?.slice(0, 20).toLowerCase() || undefined;
  };

  /* page-forms.js */
  /* page-structure.js */
  /* page-addresses.js */
  /* Consent/page-consent.js */

  await settle();
  if (tooLarge()) return JSON.stringify({ url: location.href, tooLarge: true });
  walk(document, [], 0, { x: 0, y: 0 });
  groupOrphans();
  const structureNow = structure();
  if (explore) explore.elements = [...indexOf.keys()];
  const navigation = performance.getEntriesByType('navigation')[0];
  return JSON.stringify({
    url: location.href,
    complete: document.readyState === 'complete',
    title: clean(document.title),
    language: document.documentElement?.lang || undefined,
    canonical: document.querySelector('link[rel=canonical]')?.href?.slice(0, 2000),
    variants: [...document.querySelectorAll('link[rel~=alternate i][hreflang][href]')].slice(0, 50).map((l) => ({ language: l.hreflang, url: l.href })),
    responseMilliseconds: navigation ? Math.max(0, round(navigation.responseStart - navigation.requestStart)) : 0,
    loadMilliseconds: round(now()),
    fingerprint: hashOf(structureNow),
    code: hashOf(codeWords()),
    view: explore ? hashOf(`${structureNow}\n${salientText()}`) : undefined,
    refused: options.explore ? crawl?.refused.splice(0) : undefined,
    opened: options.explore ? crawl?.opened.splice(0) : undefined,
    shortcuts: explore ? explore.shortcuts().map(keysOf).filter(Boolean).slice(0, 6) : [],
    scrollable: explore ? document.documentElement.scrollHeight > innerHeight * 1.2 : undefined,
    headings,
    landmarks: [...landmarks],
    elements,
    forms: forms.filter((f) => f.fields.length > 0 || f.submit !== undefined),
    frames: frameAddresses,
    addresses: explore ? undefined : addressesOf(),
    shortened: explore ? undefined : shortened(),
    overlays: options.consent ? overlays() : undefined,
    brokenImages,
    truncated: elements.length >= options.maxElements,
  });
}
