// Functions that run in the page.

/** The visible tree of tags and roles without texts, shadow roots included; equal neighbours count as one, so that longer lists are alike. */
export function structure() {
  const left = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'OPTION']);
  const write = (element) => {
    if (left.has(element.tagName) || !element.checkVisibility({ visibilityProperty: true })) return '';
    const children = [...(element.shadowRoot?.children ?? []), ...element.children].map(write).filter(Boolean);
    const distinct = children.filter((child, i) => child !== children[i - 1]);
    const role = element.getAttribute('role');
    return `${element.tagName.toLowerCase()}${role ? `[${role}]` : ''}${distinct.length ? `(${distinct.join(' ')})` : ''}`;
  };
  return write(document.body);
}

/** The addresses that links lead to, and the names of the buttons and tabs. */
export function clickables() {
  const links = [];
  const buttons = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.tagName === 'A' && element.href.startsWith('http')) links.push(element.href);
      const role = element.getAttribute('role') ?? (element.tagName === 'BUTTON' ? 'button' : element.tagName === 'SUMMARY' ? 'summary' : '');
      if (!['button', 'tab'].includes(role) || element.disabled) continue;
      const name = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ');
      if (name) buttons.push(`${role}: ${name}`);
    }
  };
  walk(document);
  return { links: [...new Set(links)], buttons: [...new Set(buttons)] };
}
