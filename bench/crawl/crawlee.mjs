// Crawls a site with Crawlee's PlaywrightCrawler and keeps what Discovery keeps of each page.
// usage: node crawlee.mjs URL MAX_PAGES CONCURRENCY
import { Configuration, LogLevel, PlaywrightCrawler, log } from 'crawlee';
import { chromium } from 'playwright';
import { launchOptions, report, viewport } from './browser.mjs';

const [url, maxPages, concurrency] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
log.setLevel(LogLevel.ERROR);

const found = [];
const watched = new WeakMap();
const crawler = new PlaywrightCrawler({
  launchContext: { launcher: chromium, launchOptions },
  // Left on, fingerprints cost Crawlee time that the others do not spend.
  browserPoolOptions: { useFingerprints: false, maxOpenPagesPerBrowser: concurrency, retireBrowserAfterPageCount: 100_000 },
  minConcurrency: concurrency,
  maxConcurrency: concurrency,
  maxRequestsPerCrawl: maxPages,
  preNavigationHooks: [async ({ page }) => {
    const record = { console: [], failed: [] };
    watched.set(page, record);
    page.on('console', (message) => message.type() === 'error' && record.console.push(message.text()));
    page.on('pageerror', (error) => record.console.push(error.message));
    page.on('requestfailed', (request) => record.failed.push(request.url()));
    page.on('response', (response) => response.status() >= 400 && record.failed.push(response.url()));
    await page.setViewportSize(viewport);
  }],
  async requestHandler({ page, response, enqueueLinks }) {
    const facts = await page.evaluate(() => {
      const text = (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
      return {
        title: document.title,
        links: [...document.querySelectorAll('a[href]')].map((a) => ({ href: a.href, text: text(a) })),
        headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => ({ level: h.localName, text: text(h) })),
        forms: [...document.forms].map((form) => ({
          action: form.action,
          method: form.method,
          fields: [...form.elements].map((field) => ({
            name: field.name, type: field.type, label: field.labels?.[0] ? text(field.labels[0]) : '', required: field.required,
            min: field.min, max: field.max, maxLength: field.maxLength, pattern: field.pattern,
            options: field.options ? [...field.options].map((option) => option.value) : undefined,
          })),
        })),
      };
    });
    const screenshot = await page.screenshot({ type: 'jpeg', quality: 60 });
    found.push({ url: page.url(), status: response?.status(), ...facts, ...watched.get(page), screenshotBytes: screenshot.length });
    await enqueueLinks({ strategy: 'same-hostname' });
  },
}, new Configuration({ persistStorage: false }));

const start = performance.now();
await crawler.run([url]);
const seconds = (performance.now() - start) / 1000;
const sum = (read) => found.reduce((total, page) => total + read(page), 0);
report('crawlee', found.length, seconds, {
  links: sum((p) => p.links.length), fields: sum((p) => p.forms.reduce((n, f) => n + f.fields.length, 0)), headings: sum((p) => p.headings.length),
  consoleErrors: sum((p) => p.console.length), failedRequests: sum((p) => p.failed.length), screenshots: found.filter((p) => p.screenshotBytes > 0).length,
});
