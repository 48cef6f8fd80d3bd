// Makes labelled pairs of elements: pages as they are and after a redesign, in which each element's identity is known.
// usage: pairs.mjs DIR NAME=URL …      writes DIR/pairs.jsonl and pictures; each NAME is a group
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { launchOptions, viewport } from '../../crawl/browser.mjs';

const { chromium } = createRequire(process.env.PLAYWRIGHT_FROM ?? import.meta.url)('playwright');
const [dir, ...sites] = process.argv.slice(2);
const PAGES = 4;
const ELEMENTS = 12;
const SETTLE = 400;

// What a redesign does. Each begins with the page as it was.
const redesigns = {
  none: async () => {},
  letters: (page) => page.addStyleTag({ content: '* { font-family: Georgia, serif !important; letter-spacing: .02em }' }),
  colours: (page) => page.addStyleTag({ content: 'html { filter: hue-rotate(110deg) saturate(1.3) } button, a, input, select { border-radius: 14px !important }' }),
  larger: (page) => page.addStyleTag({ content: 'body { zoom: 1.2 }' }),
  moved: (page) => page.addStyleTag({ content: 'body { padding-top: 160px !important; padding-left: 90px !important } body::before { content: "New: our summer offers"; position: absolute; inset: 0 0 auto 0; height: 120px; background: #345; color: #fff; padding: 20px }' }),
  narrow: (page) => page.setViewportSize({ width: 960, height: viewport.height }),
  reworded: (page) => page.evaluate(() => {
    const words = [[/\bSearch\b/g, 'Find'], [/\bAdd\b/g, 'Put'], [/\bName\b/gi, 'Full name'], [/\bSave\b/g, 'Keep'], [/\bNew\b/g, 'Create'], [/\bSend\b/g, 'Submit'], [/\bSign in\b/g, 'Log in'], [/\bView\b/g, 'Show']];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let i = 0; texts.nextNode(); i++) {
      const before = texts.currentNode.data;
      const after = words.reduce((text, [from, to]) => text.replace(from, to), before);
      texts.currentNode.data = after === before && before.trim().length > 2 && i % 3 === 0 ? `${before.trimEnd()} now` : after;
    }
  }),
};

// Marks what a person can use, through open shadow roots, with the same numbers each time.
const MARK = () => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [e, ...all(e.shadowRoot)] : [e]));
  globalThis.__marked = all(document).filter((e) => e.matches('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]'));
};
const BOXES = () => globalThis.__marked.map((e) => {
  const box = e.getBoundingClientRect();
  const shown = e.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
  // Links that are only for the keyboard wait outside of the page.
  const inside = box.left + scrollX >= 0 && box.top + scrollY >= 0 && box.right <= innerWidth && box.bottom + scrollY < 2400;
  return shown && inside && box.width >= 8 && box.height >= 8
    ? { kind: `${e.localName}:${e.type ?? ''}`, box: [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round) }
    : null;
});

const lines = [];
mkdirSync(dir, { recursive: true });
const browser = await chromium.launch(launchOptions);
for (const site of sites) {
  const [group, start] = [site.slice(0, site.indexOf('=')), site.slice(site.indexOf('=') + 1)];
  for (const [number, url] of (await addressesOf(start)).entries()) {
    let before;
    for (const [name, redesign] of Object.entries(redesigns)) {
      const picture = `${group}-${number}-${name}.png`;
      const boxes = await seen(url, redesign, join(dir, picture));
      if (name === 'none') before = { picture, boxes };
      else pair(group, name, before, { picture, boxes });
    }
  }
  console.error(`${group}: ${lines.filter((l) => l.group === group).length} pairs`);
}
await browser.close();
writeFileSync(join(dir, 'pairs.jsonl'), lines.map((l) => JSON.stringify(l)).join('\n') + '\n');

async function opened(url) {
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce', bypassCSP: true })).newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE);
  return page;
}

async function addressesOf(start) {
  const page = await opened(start);
  const found = await page.evaluate(() => {
    const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [e, ...all(e.shadowRoot)] : [e]));
    return all(document).filter((e) => e.matches('a[href]')).map((a) => a.href).filter((h) => h.startsWith(location.origin) && h !== location.href);
  });
  await page.context().close();
  const distinct = [...new Set(found)];
  const step = Math.max(1, Math.floor(distinct.length / (PAGES - 1)));
  return [start, ...distinct.filter((_, i) => i % step === 0).slice(0, PAGES - 1)];
}

async function seen(url, redesign, picture) {
  const page = await opened(url);
  await page.evaluate(MARK);
  await redesign(page);
  await page.waitForTimeout(SETTLE);
  const boxes = await page.evaluate(BOXES);
  const height = Math.min(2500, await page.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight)));
  await page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width: page.viewportSize().width, height } });
  await page.context().close();
  return boxes;
}

// Each element with itself, with the next of its kind, which is the one most like it, and with one from elsewhere on the page.
function pair(group, redesign, before, after) {
  const usable = before.boxes.map((b, i) => (b && after.boxes[i] ? i : -1)).filter((i) => i >= 0);
  const step = Math.max(1, Math.floor(usable.length / ELEMENTS));
  for (const i of usable.filter((_, n) => n % step === 0).slice(0, ELEMENTS)) {
    add(i, i);
    const like = usable.filter((j) => j !== i && before.boxes[j].kind === before.boxes[i].kind);
    const next = like.find((j) => j > i) ?? like.at(-1);
    if (next !== undefined) add(i, next);
    const far = usable[(usable.indexOf(i) + Math.floor(usable.length / 2)) % usable.length];
    if (far !== i && far !== next) add(i, far);
  }

  function add(i, j) {
    lines.push({ before: before.picture, beforeBox: before.boxes[i].box, after: after.picture, afterBox: after.boxes[j].box, same: i === j, group, redesign });
  }
}
