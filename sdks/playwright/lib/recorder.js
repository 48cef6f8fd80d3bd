'use strict';
const { AsyncLocalStorage } = require('node:async_hooks');
const { placesOf } = require('./places.js');
const scripts = require('./page-script.js');

const FAILURE = 'testforge-failure';
const PROBE_MILLISECONDS = 1000;
const READ_MILLISECONDS = 5000;
const MAKER = /^(locator|getBy)/;

/** Remembers what the elements of passing tests look like, and the page on which a locator found none. It changes nothing of what a test does. */
class Recorder {
  #suite;
  #made = new WeakMap();
  #status = new WeakMap();
  #using = new AsyncLocalStorage();

  constructor(suite) {
    this.#suite = suite;
  }

  opened(page) {
    if (this.#status.has(page)) return;
    this.#status.set(page, 0);
    page.on('response', (response) => {
      try {
        if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) this.#status.set(page, response.status());
      } catch { /* of a service worker, which has no frame */ }
    });
  }

  made(locator, method, parent, error) {
    this.#made.set(locator, { method, parent, error });
  }

  /** Runs what the test does with a locator at once, as its stack shows in errors and steps, and looks at the element meanwhile. */
  async used(locator, action, absent, run, passed) {
    const info = this.#suite.current();
    if (!info || absent || this.#using.getStore()) return run();
    return this.#using.run(true, async () => {
      const at = placesOf(new Error('used'));
      const watch = this.#watch(locator, this.#suite.knows(info, this.#keyOf(locator)));
      let result;
      try {
        result = await run();
      } catch (error) {
        await this.#failed(info, locator, action, at, String(error?.message ?? error), await watch.end());
        throw error;
      }
      const last = await watch.end();
      if (passed(result)) await this.#passed(info, locator, last.print);
      else await this.#failed(info, locator, action, at, wordsOf(result), last);
      return result;
    });
  }

  async #passed(info, locator, seen) {
    for (let at = locator, print = seen; at; at = this.#made.get(at)?.parent, print = undefined) {
      const key = this.#keyOf(at);
      if (!key || !MAKER.test(key.method) || this.#suite.knows(info, key)) continue;
      print ??= (await this.#look(at)).print;
      if (print) this.#suite.keep(info, key, print, at.page().url());
    }
  }

  async #failed(info, locator, action, at, message, last) {
    const chain = [];
    for (let link = locator; link; link = this.#made.get(link)?.parent) chain.unshift(link);
    const counts = [];
    for (const link of chain) counts.push((await this.#look(link)).count ?? -1);
    const gone = counts.every((c) => c < 0);
    const empty = counts.findIndex((c) => c === 0);
    const count = gone ? last.count ?? -1 : counts.at(-1);
    const broken = chain[gone || empty < 0 ? this.#ownOf(chain) : empty];
    const page = locator.page();
    this.#suite.attach(info, FAILURE, {
      version: 1,
      action,
      message: message.replace(/\u001b\[[0-9;]*m/g, '').slice(0, 4000),
      count,
      used: at.map((p) => this.#suite.placed(info, p)),
      locator: String(locator),
      broken: this.#keyOf(broken),
      made: placesOf(this.#made.get(broken)?.error ?? new Error()).map((p) => this.#suite.placed(info, p)),
      url: page.url(),
      status: this.#status.get(page) ?? 0,
      testIdAttribute: this.#suite.testIdAttribute(info),
      page: count === 1 ? undefined : (await this.#read(page)) ?? last.page,
    });
  }

  // Too many were found: what names them is the last part that is no choice among them.
  #ownOf(chain) {
    const at = chain.findLastIndex((link) => MAKER.test(this.#made.get(link)?.method ?? ''));
    return at < 0 ? chain.length - 1 : at;
  }

  /** Looks at once, and now and then while the use waits: a page that is about to be closed cannot be read any more. */
  #watch(locator, known) {
    let ended = false;
    let wake;
    const last = { count: undefined, print: undefined, page: undefined };
    const looking = (async () => {
      for (let waited = 0, pause = 100, next = 2000; !ended; waited += pause, pause = Math.min(pause * 1.5, 1000)) {
        const now = known && waited === 0 ? {} : await this.#look(locator);
        if (now.count !== undefined) last.count = now.count;
        last.print = now.print;
        if (now.print) return;
        if (waited > next && now.count !== undefined) {
          last.page = (await this.#read(locator.page())) ?? last.page;
          next = waited * 2;
        }
        await Promise.race([new Promise((done) => { wake = done; }), new Promise((done) => setTimeout(done, pause).unref())]);
      }
    })();
    return {
      end: async () => {
        ended = true;
        wake?.();
        await looking;
        return last;
      },
    };
  }

  #look(locator) {
    return this.#quietly(locator, PROBE_MILLISECONDS, () => locator.evaluateAll(scripts.element(this.#suite.testIdAttribute(this.#suite.current()))), {});
  }

  async #read(page) {
    const text = await this.#quietly(page, READ_MILLISECONDS, () => page.evaluate(scripts.facts(this.#suite.testIdAttribute(this.#suite.current())), scripts.OPTIONS), undefined);
    if (!text) return undefined;
    const { forms, addresses, ...facts } = JSON.parse(text);
    return facts;
  }

  // Not as a step of the test, and never longer than it may take.
  async #quietly(object, milliseconds, ask, otherwise) {
    const page = object.page ? object.page() : object;
    let timer;
    const limit = new Promise((done) => { timer = setTimeout(done, milliseconds, otherwise); });
    try {
      const asked = typeof page._wrapApiCall === 'function' ? page._wrapApiCall(ask, { internal: true }) : ask();
      return await Promise.race([asked.catch(() => otherwise), limit]);
    } catch {
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  #keyOf(locator) {
    const made = this.#made.get(locator);
    if (!made) return undefined;
    made.place ??= placesOf(made.error)[0];
    return made.place && { ...this.#suite.placed(this.#suite.current(), made.place), method: made.method, locator: String(locator) };
  }
}

function wordsOf(result) {
  return [result?.errorMessage, ...(result?.log ?? [])].filter(Boolean).join('\n');
}

module.exports = { Recorder };
