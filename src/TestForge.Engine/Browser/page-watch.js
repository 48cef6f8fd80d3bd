// Runs before any script of the page: lets the settle step know whether the page is still working.
(() => {
  const key = Symbol.for('testforge.watch');
  if (window[key]) return;
  const watch = { pending: 0, changed: performance.now(), now: performance.now.bind(performance), later: window.setTimeout.bind(window), frame: window.requestAnimationFrame.bind(window) };
  Object.defineProperty(window, key, { value: watch });
  const begin = () => { watch.pending++; };
  const end = () => { watch.pending = Math.max(0, watch.pending - 1); watch.changed = watch.now(); };

  // What pages are read with, as it was before the page could change it. Put back only for a page that cannot be read otherwise.
  if (window.top === window) {
    const { getOwnPropertyDescriptor, defineProperty, setPrototypeOf } = Object;
    const kept = [];
    const keep = (owner, names) => names.forEach((name) => {
      const was = getOwnPropertyDescriptor(owner, name);
      kept.push([owner, name, was && setPrototypeOf(was, null)]);
    });
    const words = (text) => text.split(' ');
    keep(Object.prototype, words('get set value enumerable configurable writable toJSON then hasOwnProperty'));
    keep(Object, words('keys values entries defineProperty getOwnPropertyDescriptor getPrototypeOf'));
    keep(Array.prototype, [...words('map filter find findIndex findLast some every slice splice push pop shift unshift sort reverse join flat flatMap forEach reduce at indexOf includes keys values concat toJSON'), Symbol.iterator]);
    keep(Array, words('from isArray'));
    keep(String.prototype, [...words('slice trim replace replaceAll split toLowerCase toUpperCase startsWith endsWith includes indexOf match matchAll charCodeAt substring toJSON'), Symbol.iterator]);
    keep(RegExp.prototype, words('exec test'));
    keep(Map.prototype, [...words('get set has delete keys values entries forEach size'), Symbol.iterator]);
    keep(Set.prototype, [...words('add has delete keys values entries forEach size'), Symbol.iterator]);
    keep(JSON, words('stringify parse'));
    keep(Promise.prototype, words('then'));
    keep(window, words('JSON Promise Map Set WeakSet WeakMap Array Object String Number URL RegExp Math setTimeout clearTimeout getComputedStyle performance CSS'));
    keep(Performance.prototype, words('now getEntriesByType'));
    keep(performance, words('now getEntriesByType'));
    keep(Node.prototype, words('nodeType nodeValue parentElement parentNode childNodes firstChild textContent getRootNode ownerDocument baseURI'));
    keep(Element.prototype, words('querySelector querySelectorAll matches closest getAttribute hasAttribute getAttributeNames getBoundingClientRect checkVisibility children attributes shadowRoot localName classList className id childElementCount outerHTML'));
    keep(Document.prototype, words('querySelector querySelectorAll createTreeWalker createTextNode title readyState body documentElement scripts styleSheets elementFromPoint'));
    keep(ShadowRoot.prototype, words('querySelector querySelectorAll elementFromPoint'));
    watch.pristine = () => {
      for (let i = 0; i < kept.length; i++) {
        const owner = kept[i][0], name = kept[i][1], was = kept[i][2];
        const is = getOwnPropertyDescriptor(owner, name);
        if (is === undefined ? was === undefined : was !== undefined && is.value === was.value && is.get === was.get) continue;
        try {
          if (was) defineProperty(owner, name, was);
          else delete owner[name];
        } catch { /* frozen: it stays as the page made it */ }
      }
    };
  }

  // An error a millisecond would drown whoever listens to the browser, and with it the pages in other tabs.
  let errors = 0;
  window.addEventListener('error', (event) => { if (++errors > 500) event.preventDefault(); });

  // Which fields kept a form from being sent, last time. One that the page empties after it took the form is invalid too, and kept nothing.
  watch.refused = new WeakSet();
  window.addEventListener('invalid', (event) => watch.refused.add(event.target), true);
  window.addEventListener('submit', () => { watch.refused = new WeakSet(); }, true);

  const fetchOriginal = window.fetch;
  if (fetchOriginal) {
    window.fetch = function (...args) {
      begin();
      const answer = fetchOriginal.apply(this, args);
      answer.then(end, end);
      return answer;
    };
  }
  // The head of an answer comes before its body, and the body is what the page shows.
  for (const name of ['arrayBuffer', 'blob', 'formData', 'json', 'text']) {
    const read = Response.prototype[name];
    Response.prototype[name] = function (...args) {
      begin();
      const body = read.apply(this, args);
      body.then(end, end);
      return body;
    };
  }
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...args) {
    begin();
    this.addEventListener('loadend', end, { once: true });
    try {
      return send.apply(this, args);
    } catch (error) {
      end();
      throw error;
    }
  };
  // A page on its way to another has not settled; one that is held back or still here after three seconds stays.
  watch.stays = () => {};
  window.navigation?.addEventListener('navigate', (event) => {
    if (event.destination.sameDocument || event.hashChange || event.downloadRequest !== null) return;
    let leaving = true;
    const stays = () => {
      if (leaving) end();
      leaving = false;
    };
    begin();
    watch.stays = stays;
    watch.later(stays, 3000);
  });
  window.navigation?.addEventListener('navigateerror', () => watch.stays());
  new MutationObserver(() => { watch.changed = watch.now(); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})();
