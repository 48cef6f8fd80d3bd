  // Part of page-facts.js: what tells pages and states apart.

  // The structure that the accessibility tree has, without words: what is hidden is not there, boxes without a role are their content,
  // and children that look alike count once, so a list of three rows equals a list of thirty.
  const TRANSPARENT = new Set(['div', 'span', 'b', 'i', 'em', 'strong', 'small', 'font', 'center', 'u', 'slot']);
  function structureOf(element, depth) {
    const tag = element.localName;
    if (tag === 'script' || tag === 'style' || tag === 'noscript' || tag === 'link' || tag === 'meta' || tag === 'br' || tag === 'template') return '';
    if (element.getAttribute('aria-hidden') === 'true' || !element.checkVisibility({ visibilityProperty: true })) return element.shadowRoot || getComputedStyle(element).display === 'contents' ? inside(element, depth) : '';
    const role = element.getAttribute('role');
    let own = role && role !== 'presentation' && role !== 'none' ? role : tag;
    if (tag === 'input') own += `:${element.type}`;
    if (depth > 40) return own;
    const inner = inside(element, depth);
    if (own === tag && TRANSPARENT.has(tag)) return inner || (element.childElementCount === 0 && element.textContent.trim() ? 'text' : '');
    return inner ? `${own}(${inner})` : own;
  }
  function inside(element, depth) {
    const seen = new Set();
    for (const child of [...(element.shadowRoot?.children ?? []), ...childrenOf(element)]) {
      const structure = structureOf(child, depth + 1);
      if (structure) seen.add(structure);
    }
    return [...seen].join(',');
  }

  // "Ctrl+K", "⌘ K" and "?" in the words of Playwright; a key alone or with modifiers, nothing else.
  function keysOf(text) {
    const parts = (text ?? '').trim().split(/\s*\+\s*|\s+/).filter(Boolean).slice(0, 4);
    const words = { ctrl: 'Control', control: 'Control', cmd: 'Control', '⌘': 'Control', meta: 'Control', alt: 'Alt', shift: 'Shift', esc: 'Escape', escape: 'Escape', enter: 'Enter' };
    const keys = parts.map((p) => words[p.toLowerCase()] ?? (p.length === 1 ? p : /^F\d{1,2}$/.test(p) ? p : null));
    return keys.length > 0 && keys.every(Boolean) && !['Control', 'Alt', 'Shift'].includes(keys.at(-1)) ? keys.join('+') : undefined;
  }

  // Words by which a person tells two states of one page apart, in classes: numbers, dates, addresses and quoted names do not count.
  const textClass = (text) => text.toLowerCase().replace(/\S+@\S+/g, '@').replace(/(["“'‘])[^"”'’]{1,60}["”'’]/g, 'q')
    .replace(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/g, 'm').replace(/\d+([.,:/-]\d+)*/g, '0')
    .replace(/\b(welcome|hello|hi|hallo|bonjour|hola)\b.*/, '$1').slice(0, 80);
  const SALIENT = new Set(['heading', 'button', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'switch', 'checkbox', 'radio', 'alert', 'status', 'dialog', 'alertdialog', 'link', 'textbox', 'combobox', 'searchbox', 'spinbutton', 'treeitem']);
  const STATES = ['aria-expanded', 'aria-selected', 'aria-checked', 'aria-pressed', 'aria-current', 'aria-invalid'];
  const ROW = 'tr, li, article, [role=row], [role=listitem], [role=option]';
  const FIXED = 'nav, header, footer, menu, [role=tablist], [role=menu], [role=menubar], [role=navigation], [role=toolbar], [role=tree]';
  function salientText() {
    const lines = new Set();
    for (const [element, index] of indexOf) {
      const { print, visible, enabled } = elements[index];
      if (!visible || !(SALIENT.has(print.role) || element.localName === 'summary')) continue;
      if (element.closest(ROW) && !element.closest(FIXED)) continue;
      const states = STATES.filter((s) => element.hasAttribute(s)).map((s) => `${s}=${element.getAttribute(s)}`);
      if (element.localName === 'summary') states.push(element.parentElement?.open ? 'open' : 'closed');
      lines.add(`${print.role} ${textClass(print.name || print.text || '')} ${enabled ? '' : 'disabled'} ${states.join(' ')}`);
    }
    for (const element of [...document.querySelectorAll('[aria-live], output')].slice(0, 50)) lines.add(`live ${textClass(plainText(element, 80))}`);
    return [...lines].sort().join('\n');
  }

  // Which words the page's own code uses: pages that look alike and run other code are other pages. Texts, numbers and order do not count.
  const JAVASCRIPT = /^($|module$|(text|application)\/(x-)?(java|ecma)script)/i;
  function codeWords() {
    const words = new Set();
    const read = (code) => code.slice(0, 20000).replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, ' ').match(/[A-Za-z_$][A-Za-z_$]*/g)?.forEach((w) => words.add(w));
    for (const script of [...document.scripts].slice(0, 40)) if (!script.src && JAVASCRIPT.test(script.type)) read(script.text);
    for (const element of [...indexOf.keys()].slice(0, 500)) for (const { name, value } of attributesOf(element)) if (name.startsWith('on')) read(value);
    return [...words].slice(0, 2000).sort().join(' ');
  }

  const structure = () => (document.body ? structureOf(document.body, 0) || 'body' : '');
  function hashOf(text) {
    let a = 0x811c9dc5, b = 0x1000193;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
    }
    return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
  }
