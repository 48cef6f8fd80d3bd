// Runs before any script of the page: lets the settle step know whether the page is still working.
(() => {
  const key = Symbol.for('testforge.watch');
  if (window[key]) return;
  const watch = { pending: 0, changed: performance.now(), now: performance.now.bind(performance) };
  Object.defineProperty(window, key, { value: watch });
  const begin = () => { watch.pending++; };
  const end = () => { watch.pending = Math.max(0, watch.pending - 1); watch.changed = watch.now(); };

  const fetchOriginal = window.fetch;
  if (fetchOriginal) {
    window.fetch = function (...args) {
      begin();
      const answer = fetchOriginal.apply(this, args);
      answer.then(end, end);
      return answer;
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
  // A page on its way to another has not settled; one that is still here after three seconds stays.
  window.navigation?.addEventListener('navigate', (event) => {
    if (event.destination.sameDocument || event.hashChange || event.downloadRequest !== null) return;
    begin();
    setTimeout(end, 3000);
  });
  new MutationObserver(() => { watch.changed = watch.now(); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})();
