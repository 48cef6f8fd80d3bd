  // Part of page-facts.js: addresses that the page names without showing a link. Markup made for addresses is certain; what only looks like one is a guess.
  const ASSET = /\.(m?js|css|map|json|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|mp[34]|webm|wasm)$/i;
  const RELATIONS = new Set(['canonical', 'next', 'prev', 'alternate', 'help', 'author', 'license', 'search']);
  const IN_TEXT = /(?:https?:\/\/|(?<![\w<.\/])\.{0,2}\/(?:\.\.\/)*(?=\w))[^\s"'`<>()]{2,300}/g;
  const IN_CODE = /(["'`])((?:https?:\/\/|\.{0,2}\/)[\w./?&=%~:@+-]{2,300})\1/g;
  // What these hold is followed as a link, sent as a form, loaded by the browser itself, or no address at all.
  const ELSEWHERE = { a: 'href', area: 'href', link: 'href', form: 'action', img: 'src', script: 'src', iframe: 'src', frame: 'src', embed: 'src', input: 'src', audio: 'src', video: 'src', path: 'd' };
  const MOST_A_PAGE = 300;
  const MOST_GUESSES_OF_A_KIND = 40;

  function addressesOf() {
    const found = new Map();
    const guesses = {};
    const base = document.querySelector('base[href]') && new URL(document.baseURI).origin === location.origin ? new URL(document.baseURI).pathname.replace(/\/$/, '') : '';
    const add = (address, source) => {
      if (!address || found.size >= MOST_A_PAGE || address.length > 2000) return false;
      let url;
      try { url = new URL(address, document.baseURI); } catch { return false; }
      if (url.origin !== location.origin || ASSET.test(url.pathname) || found.has(url.href)) return false;
      found.set(url.href, source);
      return true;
    };
    const guess = (address, source) => {
      if ((guesses[source] ??= 0) >= MOST_GUESSES_OF_A_KIND) return;
      if (add(address, source)) guesses[source]++;
      // Whoever wrote a text had another place in mind than the page it is shown on.
      if ((source === 'text' || source === 'comment') && address.startsWith('.')) add(address.replace(/^(\.+\/)+/, '/'), source);
      // Routers write their routes as if the application were at the root of the host.
      if (base && address.startsWith('/') && !address.startsWith('//') && !address.startsWith(`${base}/`)) add(base + address, source);
    };
    const scan = (text, source, most) => {
      if (guesses[source] >= MOST_GUESSES_OF_A_KIND || !text.includes('/')) return;
      for (const [address] of text.slice(0, most).matchAll(IN_TEXT)) guess(address.replace(/[.,;:!?]+$/, ''), source);
    };

    for (const link of [...document.querySelectorAll('link[rel][href]')].slice(0, 200)) {
      const relations = link.rel.toLowerCase().split(/\s+/);
      if (relations.some((r) => RELATIONS.has(r)) && !relations.includes('stylesheet') && !/xml|json/.test(link.type)) add(link.getAttribute('href'), 'relation');
    }
    const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.content.match(/url\s*=\s*["']?([^"']+)/i);
    add(refresh?.[1].trim(), 'refresh');
    for (const frame of [...document.querySelectorAll('iframe[src], frame[src], embed[src], object[data]')].slice(0, 50)) add(frame.getAttribute('src') ?? frame.getAttribute('data'), 'frame');
    for (const element of [...document.querySelectorAll('[data-href], [data-url]')].slice(0, 100)) add(element.getAttribute('data-href') ?? element.getAttribute('data-url'), 'attribute');

    for (const script of [...document.scripts].filter((s) => !s.src && (JAVASCRIPT.test(s.type) || /json$/.test(s.type))).slice(0, 40)) {
      for (const [, , address] of script.text.slice(0, 50000).replaceAll('\\/', '/').matchAll(IN_CODE)) guess(address, 'script');
    }

    // One walk: a page has thousands of nodes, and few of them have anything to say.
    const nodes = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
    for (let i = 0, node = nodes.nextNode(); node && i < 20000; node = nodes.nextNode(), i++) {
      if (node.nodeType === Node.COMMENT_NODE) {
        scan(node.data, 'comment', 4000);
      } else if (node.nodeType === Node.TEXT_NODE) {
        if (node.parentNode.localName !== 'script') scan(node.data, 'text', 4000);
      } else {
        const own = ELSEWHERE[node.localName];
        for (const { name, value } of attributesOf(node)) {
          // What a handler does is found by using the control, as its user would.
          if (name === own || value.length < 3 || !value.includes('/') || name.startsWith('on')) continue;
          scan(value, 'markup', 2000);
        }
        // A picture within the address of the picture.
        if (own === 'src' && /^data:(image\/svg|text\/)/.test(node.getAttribute('src'))) scan(unescaped(node.getAttribute('src').slice(0, 4000)), 'markup', 4000);
        if (node.localName === 'template') scan(node.innerHTML.slice(0, 4000), 'markup', 4000);
      }
    }
    guess(document.doctype?.systemId ?? '', 'markup');
    return [...found].map(([url, source]) => ({ url, source }));
  }

  // What the parser dropped or a script has taken away is in the document as it was sent alone, which then is the longer one.
  function shortened() {
    const sent = performance.getEntriesByType('navigation')[0]?.decodedBodySize ?? 0;
    if (sent === 0 || sent > 500000) return false;
    const outside = [...document.childNodes].reduce((sum, node) => sum + (node.data?.length ?? 0) + 16, 0);
    return sent > new Blob([document.documentElement?.outerHTML ?? '']).size + outside;
  }
  const unescaped = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
