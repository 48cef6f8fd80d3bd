'use strict';
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';

  // A file opened from disk may be refused storage; the theme then lasts as long as the page.
  const remembered = (value) => {
    try {
      if (value) localStorage.setItem('testforge-theme', value);
      return localStorage.getItem('testforge-theme');
    } catch {
      return null;
    }
  };
  const stored = remembered();
  if (stored === 'dark' || stored === 'light') root.dataset.theme = stored;

  document.addEventListener('DOMContentLoaded', () => {
    theme();
    filters();
    expansion();
    openTarget();
    addEventListener('hashchange', openTarget);
    contents();
  });

  function theme() {
    const button = document.getElementById('theme');
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    button.hidden = false;
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remembered(root.dataset.theme);
      show();
    });
    dark.addEventListener('change', show);
    show();
  }

  function filters() {
    const form = document.getElementById('filters');
    const live = form.querySelector('.live');
    const items = [...document.querySelectorAll('[data-kind]')].map((element) => ({ element, ...element.dataset }));
    const groups = [...document.querySelectorAll('[data-group]')];
    const empties = [...document.querySelectorAll('[data-nothing]')];
    form.hidden = false;

    const matches = (item, want) => {
      if (item.verdict && ((want.verdict && item.verdict !== want.verdict) || (want.feature && item.feature !== want.feature))) return false;
      if (item.category && want.category && item.category !== want.category) return false;
      if (want.words.length === 0) return true;
      item.text ??= item.element.textContent.toLowerCase();
      return want.words.every((word) => item.text.includes(word));
    };

    const apply = () => {
      const data = new FormData(form);
      const want = {
        words: data.get('q').toLowerCase().split(/\s+/).filter(Boolean),
        verdict: data.get('verdict'),
        feature: data.get('feature'),
        category: data.get('category'),
      };
      const counts = { test: [0, 0], finding: [0, 0], page: [0, 0] };
      for (const item of items) {
        const shown = matches(item, want);
        item.element.hidden = !shown;
        const count = counts[item.kind];
        if (count) {
          count[1] += 1;
          if (shown) count[0] += 1;
        }
      }
      for (const group of groups) group.hidden = !group.querySelector('[data-kind]:not([hidden])');
      if (want.words.length > 0) for (const group of document.querySelectorAll('[data-opens]:not([hidden])')) group.open = true;
      for (const empty of empties) empty.hidden = !!empty.closest('section').querySelector('[data-kind]:not([hidden])');
      const active = want.words.length > 0 || want.verdict || want.feature || want.category;
      live.textContent = active
        ? `Showing ${counts.test[0]} of ${counts.test[1]} tests, ${counts.finding[0]} of ${counts.finding[1]} findings, ${counts.page[0]} of ${counts.page[1]} pages`
        : '';
    };

    let timer;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(apply, 120);
    });
    form.addEventListener('reset', () => setTimeout(apply));
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  function expansion() {
    const button = document.getElementById('expand');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') !== 'true';
      for (const details of document.querySelectorAll('#tests details')) details.open = open;
      button.setAttribute('aria-expanded', String(open));
      button.textContent = open ? 'Close all' : 'Open all';
    });
  }

  function openTarget() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.querySelector(':scope > details')?.setAttribute('open', '');
    for (let part = target; part; part = part.parentElement?.closest('details')) if (part.matches('details')) part.open = true;
    if (!target.matches('section')) target.scrollIntoView({ block: 'start' });
  }

  function contents() {
    const links = new Map([...document.querySelectorAll('.toc a')].map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute('aria-current');
        links.get(entry.target.id)?.setAttribute('aria-current', 'true');
      }
    }, { rootMargin: '-15% 0px -80% 0px' });
    for (const section of document.querySelectorAll('main > section')) seen.observe(section);
  }
})();
