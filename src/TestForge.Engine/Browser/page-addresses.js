  // Part of page-facts.js: addresses that the page names without showing a link. Markup is certain, comments and code are guesses.
  const ASSET = /\.(m?js|css|map|json|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|mp[34]|webm|wasm)$/i;
  const RELATIONS = new Set(['canonical', 'next', 'prev', 'alternate', 'help', 'author', 'license', 'search']);
  function addressesOf() {
    const found = new Map();
    const add = (address, source) => {
      if (!address || found.size >= 300 || address.length > 2000) return;
      let url;
      try { url = new URL(address, document.baseURI); } catch { return; }
      if (url.origin === location.origin && !ASSET.test(url.pathname) && !found.has(url.href)) found.set(url.href, source);
    };

    for (const link of [...document.querySelectorAll('link[rel][href]')].slice(0, 200)) {
      const relations = link.rel.toLowerCase().split(/\s+/);
      if (relations.some((r) => RELATIONS.has(r)) && !relations.includes('stylesheet') && !/xml|json/.test(link.type)) add(link.getAttribute('href'), 'relation');
    }
    const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.content.match(/url\s*=\s*["']?([^"']+)/i);
    add(refresh?.[1].trim(), 'refresh');
    for (const frame of [...document.querySelectorAll('iframe[src], frame[src], embed[src], object[data]')].slice(0, 50)) add(frame.getAttribute('src') ?? frame.getAttribute('data'), 'frame');
    for (const element of [...document.querySelectorAll('[data-href], [data-url]')].slice(0, 100)) add(element.getAttribute('data-href') ?? element.getAttribute('data-url'), 'attribute');

    const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    for (let i = 0, node = comments.nextNode(); node && i < 100; node = comments.nextNode(), i++) {
      for (const [address] of node.nodeValue.slice(0, 4000).matchAll(/(?:https?:\/\/|(?<![\w<.\/])\.{0,2}\/(?=\w))[^\s"'<>()]{2,300}/g)) add(address.replace(/[.,;:!?]+$/, ''), 'comment');
    }
    for (const script of [...document.scripts].filter((s) => !s.src && JAVASCRIPT.test(s.type)).slice(0, 40)) {
      for (const [, , address] of script.text.slice(0, 50000).matchAll(/(["'`])((?:https?:\/\/|\.{0,2}\/)[\w./?&=%~:@+-]{2,300})\1/g)) add(address, 'script');
    }
    return [...found].map(([url, source]) => ({ url, source }));
  }
