// The rival: a smoke suite as a plain crawler makes it, in the manner of Crawljax. It follows links and clicks buttons breadth-first and notes for
// each page its address, status, title, structure and console errors, and for each click the same of what shows after it. Replayed, whatever differs fails.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickables, structure } from './smoke-page.mjs';

const limits = { pages: 40, clicks: 8, depth: 6, quietMs: 300, timeoutMs: 8_000, atOnce: 4 };
const desktop = { width: 1280, height: 720 };

/** Crawls the healthy application and notes what it sees. */
export async function make(app, url) {
  return inBrowser(app, url, desktop, async (open) => {
    const pages = [];
    const seen = new Set([key(url)]);
    let level = [url];
    for (let depth = 0; level.length && pages.length < limits.pages && depth <= limits.depth; depth++) {
      const found = await inParallel(level.slice(0, limits.pages - pages.length), (address) => explore(open, address));
      pages.push(...found.filter(Boolean));
      level = [];
      for (const to of found.flatMap((page) => page?.next ?? [])) {
        if (new URL(to).origin === new URL(url).origin && !seen.has(key(to))) {
          seen.add(key(to));
          level.push(to);
        }
      }
    }
    const checks = pages.flatMap(({ clicks, next, ...page }) => [page, ...clicks.map((click) => ({ ...click, url: page.url, click: click.name }))]);
    return { checks, cases: checks.length };
  });
}

/** A page as it loads, and what each of its first buttons leads to. */
async function explore(open, url) {
  const loaded = await visit(open, url);
  if (!loaded.view) return undefined;
  const clicks = [];
  // Signing out would end the session of all other checks.
  for (const name of loaded.clickables.filter((one) => !/(sign|log) ?out/i.test(one)).slice(0, limits.clicks)) {
    const { view } = await visit(open, url, name);
    if (view) clicks.push({ name, ...view });
  }
  return { url, ...loaded.view, clicks, next: [...loaded.links, ...clicks.map((click) => click.address)] };
}

/** A suite is green on its first day: what a fresh healthy application does not repeat is left out. */
export async function settle(app, suite, serve) {
  const { failed } = await serve((url) => execute(app, suite, url));
  const unsteady = new Set(failed.map((one) => one.id));
  suite.checks = suite.checks.filter((check) => !unsteady.has(idOf(check)));
  suite.cases = suite.checks.length;
}

/** With "first", the first failure is enough. */
export async function execute(app, suite, url, _folder, { viewport, first } = {}) {
  return inBrowser(app, url, viewport ?? desktop, async (open) => {
    const failed = [];
    await inParallel(suite.checks, async (check) => {
      if (first && failed.length) return;
      const look = async () => {
        const { view, problem } = await visit(open, check.url, check.click);
        return problem ?? difference(check, view);
      };
      // Once more before it counts, as TestForge does.
      const message = (await look()) && (await look());
      if (message) failed.push({ id: idOf(check), title: check.title, message });
    });
    return { failed, unsettled: 0 };
  });
}

async function inParallel(list, work) {
  const results = [];
  let next = 0;
  await Promise.all(Array.from({ length: limits.atOnce }, async () => {
    while (next < list.length) {
      const i = next++;
      results[i] = await work(list[i]);
    }
  }));
  return results;
}

const idOf = (check) => `${new URL(check.url).pathname}${new URL(check.url).search}${new URL(check.url).hash}${check.click ? ` > ${check.click}` : ''}`;
const key = (address) => address.replace(/\/$/, '').replace(/#$/, '');

function difference(was, is) {
  if (is.status !== was.status) return `status ${is.status}, not ${was.status}`;
  if (is.errors.length > was.errors.length) return `an error is logged: ${is.errors[0]}`;
  if (key(is.address) !== key(was.address)) return `leads to ${is.address}, not ${was.address}`;
  if (is.title !== was.title) return `the title is ${is.title}, not ${was.title}`;
  return is.structure === was.structure ? undefined : 'the structure differs';
}

/** Opens an address in a fresh context, clicks what is named, and says what shows then. */
async function visit(open, address, click) {
  const context = await open();
  const page = await context.newPage();
  page.setDefaultTimeout(limits.timeoutMs);
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  try {
    let status = (await page.goto(address))?.status() ?? 0;
    await quiet(page);
    if (click) {
      page.on('response', (response) => { if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) status = response.status(); });
      const [role, name] = click.split(': ');
      await page.getByRole(role, { name, exact: true }).first().click({ timeout: 3_000 });
      await quiet(page);
    }
    const view = { status, address: page.url(), title: await page.title(), structure: await page.evaluate(structure), errors: [...errors] };
    const shown = click ? {} : await page.evaluate(clickables);
    return { view, links: shown.links, clickables: shown.buttons };
  } catch (error) {
    return { problem: error.message.split('\n')[0] };
  } finally {
    await context.close();
  }
}

/** Waits until nothing is loaded and nothing changes any more, or a while. */
async function quiet(page) {
  await page.waitForLoadState('networkidle', { timeout: limits.timeoutMs }).catch(() => {});
  await page.evaluate((ms) => new Promise((done) => {
    let timer = setTimeout(done, ms);
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, ms); });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    setTimeout(done, ms * 10);
  }), limits.quietMs).catch(() => {});
}

let browser;
async function inBrowser(app, url, viewport, task) {
  browser = await chromium.launch({ executablePath: process.env.TESTFORGE_BROWSER, args: ['--no-sandbox'] });
  try {
    const options = { viewport, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' };
    const storageState = app.login ? await signIn(app, url, await browser.newContext(options)) : undefined;
    return await task(() => browser.newContext({ ...options, storageState }));
  } catch (error) {
    if (error.signIn) return { failed: [{ id: 'sign-in', title: 'Signing in', message: error.message }], unsettled: 0 };
    throw error;
  } finally {
    await browser.close();
  }
}

export function stop() {
  browser?.close().catch(() => {});
}

/** The steps of the same login file that TestForge reads. */
async function signIn(app, url, context) {
  const login = JSON.parse(readFileSync(join(app.root, app.login.file), 'utf8'));
  const page = await context.newPage();
  page.setDefaultTimeout(limits.timeoutMs);
  try {
    await page.goto(new URL(login.url, url).href);
    for (const step of login.steps) {
      const target = locate(page, step.locator);
      const value = (step.value ?? '').replace(/\$\{env:(\w+)\}/g, (_, name) => app.login.environment?.[name] ?? process.env[name] ?? '');
      if (step.do === 'fill') await target.fill(value);
      else if (step.do === 'press') await target.press(value);
      else await target.click();
    }
    if (login.success.visible) await locate(page, login.success.visible).first().waitFor();
    else await page.waitForURL((at) => at.pathname.startsWith(login.success.url));
    return await context.storageState();
  } catch (error) {
    throw Object.assign(error, { signIn: true });
  } finally {
    await context.close();
  }
}

function locate(page, { kind, value, name }) {
  switch (kind) {
    case 'role': return page.getByRole(value, { name, exact: true });
    case 'label': return page.getByLabel(value, { exact: true });
    case 'placeholder': return page.getByPlaceholder(value, { exact: true });
    case 'testId': return page.getByTestId(value);
    case 'text': return page.getByText(value, { exact: true });
    default: return page.locator(value);
  }
}
