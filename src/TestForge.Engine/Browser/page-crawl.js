// Runs before any script of a page that is explored: refuses requests that would change or leave the application, keeps windows that open from loading, and knows which timers are to come.
(allowDelete) => {
  const key = Symbol.for('testforge.crawl');
  if (window[key]) return;
  const crawl = { refused: [], opened: [], due: new Set(), now: performance.now.bind(performance) };
  Object.defineProperty(window, key, { value: crawl });
  const refuse = (method, address) => {
    let url = '';
    try { url = new URL(address, document.baseURI).href; } catch { return false; }
    if (!/^https?:/.test(url) || String(method).toUpperCase() !== 'DELETE') return false;
    if (crawl.refused.length < 50) crawl.refused.push(`DELETE ${url.slice(0, 2000)}`);
    return true;
  };

  if (!allowDelete) {
    const fetchOriginal = window.fetch;
    window.fetch = function (input, init) {
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
      return refuse(method, input instanceof Request ? input.url : input)
        ? Promise.reject(new TypeError('Failed to fetch'))
        : fetchOriginal.apply(this, arguments);
    };
    const refusedRequests = new WeakSet();
    const { open, send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, address) {
      if (refuse(method, address)) refusedRequests.add(this);
      return open.apply(this, arguments);
    };
    XMLHttpRequest.prototype.send = function () {
      if (!refusedRequests.has(this)) return send.apply(this, arguments);
      this.dispatchEvent(new ProgressEvent('error'));
      this.dispatchEvent(new ProgressEvent('loadend'));
    };
  }

  // The page itself is not left for another site, neither by a link nor by a form.
  window.navigation?.addEventListener('navigate', (event) => {
    let target;
    try { target = new URL(event.destination.url); } catch { return; }
    if (target.origin === location.origin || !/^https?:$/.test(target.protocol) || !event.cancelable || window.top !== window) return;
    event.preventDefault();
    if (crawl.refused.length < 50) crawl.refused.push(`${event.formData ? 'POST' : 'GET'} ${target.href.slice(0, 2000)}`);
  });

  // A window that opens is looked at no further than its address, and is not to ask for it: it may lie where crawlers are not to go.
  const { open } = window;
  window.open = function (address, name, ...rest) {
    let url = '';
    try { url = new URL(address, document.baseURI).href; } catch { /* open says what is wrong with it */ }
    const here = /^_(self|parent|top)$/i.test(name ?? '') || [...document.querySelectorAll('iframe')].some((frame) => frame.name === name && name);
    if (here || !/^https?:/.test(url)) return open.apply(this, arguments);
    if (crawl.opened.length < 50) crawl.opened.push(url.slice(0, 2000));
    return open.call(this, `about:blank#${url.slice(0, 2000)}`, name, ...rest);
  };

  // A page may show its content after a while. Timers set by timers are a clock that never ends, and are not waited for.
  let inTimer = 0;
  const later = window.setTimeout;
  const forget = window.clearTimeout;
  const ends = new Map();
  window.setTimeout = function (handler, delay, ...rest) {
    const wanted = Number(delay) || 0;
    if (typeof handler !== 'function' || inTimer > 0 || wanted < 60 || wanted > 5000 || ends.size > 200) return later.call(this, handler, delay, ...rest);
    const end = crawl.now() + wanted;
    const id = later.call(this, function (...args) {
      crawl.due.delete(end);
      ends.delete(id);
      inTimer++;
      try { return handler.apply(this, args); } finally { inTimer--; }
    }, delay, ...rest);
    ends.set(id, end);
    crawl.due.add(end);
    return id;
  };
  window.clearTimeout = function (id) {
    crawl.due.delete(ends.get(id));
    ends.delete(id);
    return forget.call(this, id);
  };
}
