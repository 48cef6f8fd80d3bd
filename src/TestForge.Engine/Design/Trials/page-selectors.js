// Selectors that find an element alone, for scripts that follow in the same expression.
function selectors() {
  const roots = [document];
  for (let i = 0; i < roots.length && roots.length < 500; i++) {
    for (const element of roots[i].querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  // CSS of a locator looks into open shadow roots; so does this.
  const all = (css) => roots.flatMap((r) => [...r.querySelectorAll(css)]);

  const stable = (name) => /^[A-Za-z][\w-]{1,40}$/.test(name) && !/\d{3,}|[0-9a-f]{8,}|^(css|sc|jss|ng|v|svelte)-/i.test(name);
  const parts = (element) => {
    const own = [];
    if (element.id && stable(element.id)) own.push(`#${element.id}`);
    for (const name of element.classList) if (stable(name)) own.push(`${element.localName}.${name}`);
    own.push(element.localName);
    return own;
  };
  // The shortest selector that finds the element alone: its own names, then those of what lies around it.
  function selectorOf(element) {
    const alone = (css) => { const found = all(css); return found.length === 1 && found[0] === element; };
    for (const own of parts(element)) if (alone(own)) return own;
    let at = element.parentElement;
    for (let depth = 0; at && depth < 5; depth++, at = at.parentElement) {
      for (const outer of parts(at)) for (const own of parts(element)) if (alone(`${outer} ${own}`)) return `${outer} ${own}`;
    }
    const way = [];
    // The outermost element of a shadow root has a parent node and no parent element.
    for (at = element; at && way.length < 8; at = at.parentElement) {
      const same = [...at.parentNode.children].filter((e) => e.localName === at.localName);
      way.unshift(same.length > 1 ? `${at.localName}:nth-of-type(${same.indexOf(at) + 1})` : at.localName);
    }
    const css = way.join(' > ');
    return alone(css) ? css : null;
  }

  return { all, stable, selectorOf };
}
