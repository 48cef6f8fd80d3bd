// The least that a browser crawl can do: tabs that are used again, each page read for its links and nothing else.
// usage: node bareloop.mjs URL MAX_PAGES TABS
import { chromium } from 'playwright-core';
import { launchOptions, report, viewport } from './browser.mjs';

const [url, maxPages, tabs] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const start = performance.now();
const browser = await chromium.launch(launchOptions);
const context = await browser.newContext({ viewport });
const seen = new Set([url]);
const queue = [url];
const origin = new URL(url).origin;
let visited = 0;
let busy = 0;
let wake = () => {};
let changed = new Promise((done) => { wake = done; });
const announce = () => { wake(); changed = new Promise((done) => { wake = done; }); };

// A page that moves on while it is read, or gives a download, has no links.
async function linksOf(page, address) {
  try {
    await page.goto(address);
    return await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.href.split('#')[0]));
  } catch (error) {
    console.error(`${address}: ${error.message.split('\n')[0]}`);
    return [];
  }
}

async function work() {
  const page = await context.newPage();
  while (true) {
    const next = visited + busy < maxPages ? queue.shift() : undefined;
    if (!next) {
      if (busy === 0) return announce();
      await changed;
      continue;
    }

    busy++;
    for (const href of await linksOf(page, next)) {
      if (new URL(href).origin === origin && !seen.has(href)) {
        seen.add(href);
        queue.push(href);
      }
    }

    busy--;
    visited++;
    announce();
  }
}

await Promise.all(Array.from({ length: tabs }, work));
const seconds = (performance.now() - start) / 1000;
await browser.close();
report('bare-loop', visited, seconds);
