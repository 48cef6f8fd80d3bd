// What a page shows of how it was made. Reads only; every look may fail on its own.
() => {
  const look = (read) => { try { return read(); } catch { return undefined; } };
  const text = (value) => typeof value === 'string' ? value.slice(0, 100) : undefined;
  const version = (read) => { const value = text(look(read)); return value && /^\d[\w.\-+]{0,30}$/.test(value) ? value : undefined; };
  const marks = [];
  const mark = (name, sign, seen, told) => { if (look(seen)) marks.push({ name, sign, version: told && version(told) }); };
  const has = (selector) => () => document.querySelector(selector) !== null;
  const nodes = [...document.querySelectorAll('body, body > *, body > * > *')].slice(0, 300);
  const key = (prefix) => () => nodes.some((n) => Object.keys(n).some((k) => k.startsWith(prefix)));
  const attribute = (test) => () => nodes.some((n) => [...n.attributes].some((a) => test(a.name)));

  mark('React', 'nodes that React keeps', () => key('__reactContainer$')() || key('__reactFiber$')() || key('_reactRootContainer')() || has('[data-reactroot]')(), () => window.React?.version);
  mark('Next.js', 'its data in the page', () => has('#__NEXT_DATA__')() || !!window.__next_f, () => window.next?.version);
  mark('Vue', 'nodes that Vue keeps', () => key('__vue_app__')() || key('__vue__')() || has('[data-v-app]')(), () => nodes.map((n) => n.__vue_app__?.version).find(Boolean) ?? window.Vue?.version);
  mark('Nuxt', 'its data in the page', () => has('#__nuxt, #__NUXT_DATA__')() || !!window.__NUXT__);
  mark('Angular', 'the attribute ng-version', has('[ng-version]'), () => document.querySelector('[ng-version]').getAttribute('ng-version'));
  mark('AngularJS', 'the attribute ng-app', () => has('[ng-app], [data-ng-app], .ng-scope')(), () => window.angular?.version?.full);
  mark('Svelte', 'classes that Svelte writes', has('[class*="svelte-"]'));
  mark('Ember', 'the class ember-application', has('.ember-application, .ember-view'), () => window.Ember?.VERSION);
  mark('Preact', 'nodes that Preact keeps', () => nodes.some((n) => '__k' in n && '_children' in (n.__k ?? {}) || '__k' in n && Array.isArray(n.__k?.__k)));
  mark('Astro', 'elements named astro-island', has('astro-island'));
  mark('Blazor', 'its script or markers', () => !!window.Blazor);
  mark('htmx', 'attributes hx-', () => !!window.htmx || has('[hx-get], [hx-post], [data-hx-get]')(), () => window.htmx?.version);
  mark('Alpine.js', 'attributes x-data', () => has('[x-data]')() && !!window.Alpine, () => window.Alpine?.version);
  mark('Turbo', 'its global', () => !!window.Turbo);
  mark('Livewire', 'attributes wire:id', attribute((n) => n === 'wire:id'));
  mark('Backbone', 'its global', () => !!window.Backbone?.View, () => window.Backbone?.VERSION);
  mark('Knockout', 'attributes data-bind', () => has('[data-bind]')() && !!window.ko, () => window.ko?.version);
  mark('jQuery', 'its global', () => !!window.jQuery?.fn?.jquery, () => window.jQuery.fn.jquery);
  mark('Google Analytics', 'its global', () => typeof window.gtag === 'function' || typeof window.ga === 'function');
  mark('Matomo', 'its global', () => !!window._paq);
  return JSON.stringify({
    generators: [...document.querySelectorAll('meta[name="generator" i]')].slice(0, 5).map((m) => text(m.content) ?? ''),
    files: [...document.querySelectorAll('script[src], link[rel~="stylesheet"][href]')].slice(0, 100)
      .map((e) => String(e.src || e.href).split(/[?#]/)[0].slice(0, 300)),
    marks,
  });
}
