'use strict';
const scripts = require('./page-script.js');
const { ABSENT } = require('./hooks.js');
const { chainOf, isMaker, testIdAttributeOf } = require('./selectors.js');

const PROBE_MILLISECONDS = 1000;
const READ_MILLISECONDS = 5000;

/** Remembers, from the messages between tests and driver, what elements look like that locators find, and the page on which one found none. */
class DriverRecorder {
  #wire;
  #suite;
  #testIdAttribute = 'data-testid';
  #parents = new Map();
  #pages = new Map();
  #contexts = new Map();
  #uses = new Map();

  constructor(wire, suite) {
    this.#wire = wire;
    this.#suite = suite;
    wire.onRequest = (message) => this.#asked(message);
    wire.onMessage = (message) => this.#answered(message);
  }

  #asked({ id, guid, method, params, metadata }) {
    this.#testIdAttribute = params?.testIdAttributeName ?? testIdAttributeOf(params?.selector ?? '') ?? this.#testIdAttribute;
    const at = metadata?.location;
    if (method === 'close') this.#closed(guid, /[\\/]BrowserService\.cs$/.test(at?.file ?? ''));
    const context = this.#contextOf(guid);
    if (!context || !at || !this.#suite.rootOf(at.file)) return;
    context.places.set(`${at.file}:${at.line}`, at);
    const use = useOf(method, params);
    if (use) this.#uses.set(id, { ...use, at, guid, context, watch: this.#watch(guid, chainOf(params.selector), context, at) });
  }

  #answered(message) {
    if (message.method === '__create__') return this.#created(message);
    if (message.method === '__adopt__') return void this.#parents.set(message.params.guid, message.guid);
    if (message.method === '__dispose__') return void this.#gone(message.guid);
    const use = this.#uses.get(message.id);
    if (!use) return undefined;
    this.#uses.delete(message.id);
    const failed = message.error !== undefined || (use.expects && message.result?.matches === false);
    return failed ? this.#failed(use, message) : this.#passed(use);
  }

  #created({ guid, params: { type, guid: made, initializer } }) {
    this.#parents.set(made, guid);
    if (type === 'BrowserContext') this.#contexts.set(made, { guid: made, elements: new Map(), places: new Map(), failed: false });
    if (type === 'Page') this.#pages.set(initializer.mainFrame.guid, made);
  }

  #gone(guid) {
    this.#parents.delete(guid);
    this.#pages.delete(guid);
    this.#contexts.delete(guid);
  }

  // Playwright's own base classes close the contexts of tests that passed, and leave those of others to the end of the browser.
  #closed(guid, byService) {
    const ended = [...this.#contexts.values()].filter((c) => c.guid === guid || (!byService && this.#isWithin(c.guid, guid)));
    for (const context of ended) {
      this.#contexts.delete(context.guid);
      if (context.failed || context.elements.size === 0) continue;
      try {
        this.#suite.keep([...context.elements.values()], [...context.places.values()]);
      } catch (error) {
        process.stderr.write(`testforge: what was recorded was not written: ${error.message}\n`);
      }
    }
  }

  /** Looks at once, and now and then while the use waits, at each part of the chain until it has been seen. */
  #watch(guid, chain, context, at) {
    const wanted = chain.filter((link) => isMaker(link.method) && !link.entersFrame && !context.elements.has(keyOf(at, link)));
    let ended = false;
    let wake;
    const look = async () => {
      await Promise.all(wanted.filter((link) => !link.print).map(async (link) => { link.print = (await this.#look(guid, link.selector)).print; }));
      return wanted.every((link) => link.print);
    };
    const looking = (async () => {
      for (let pause = 100; !(await look()) && !ended; pause = Math.min(pause * 1.5, 1000)) {
        await Promise.race([new Promise((done) => { wake = done; }), new Promise((done) => setTimeout(done, pause).unref())]);
        if (ended) return;
      }
    })();
    return {
      chain,
      end: async () => {
        ended = true;
        wake?.();
        await looking;
        // What came after the last look may still be there.
        await look();
        return wanted.filter((link) => link.print);
      },
    };
  }

  async #passed({ at, guid, context, watch }) {
    const found = await watch.end();
    if (found.length === 0) return;
    const page = await this.#address(guid);
    for (const { selector, method, print } of found) {
      context.elements.set(keyOf(at, { selector }), { at, method, locator: selector, page: pathOf(page.url), print });
    }
  }

  async #failed({ action, at, guid, context, watch }, message) {
    context.failed = true;
    await watch.end();
    const { chain } = watch;
    const counts = [];
    for (const link of chain) counts.push((await this.#look(guid, link.selector)).count ?? -1);
    const gone = counts.every((c) => c < 0);
    const empty = counts.findIndex((c) => c === 0);
    const own = chain.findLastIndex((link) => isMaker(link.method));
    const broken = chain[gone || empty < 0 ? Math.max(own, 0) : empty];
    const page = await this.#address(guid);
    const place = this.#suite.placed(at);
    this.#suite.failed({
      version: 1,
      time: new Date().toISOString(),
      action,
      message: wordsOf(message),
      count: counts.at(-1),
      used: [place],
      locator: chain.at(-1).selector,
      broken: { ...place, method: broken.method, locator: broken.selector },
      url: page.url,
      status: page.status,
      testIdAttribute: this.#testIdAttribute,
      page: counts.at(-1) === 1 ? undefined : await this.#read(guid),
    });
  }

  async #look(guid, selector) {
    const expression = `(matches) => JSON.stringify((${scripts.element(this.#testIdAttribute)})(matches))`;
    const answer = await this.#wire.ask(guid, 'evalOnSelectorAll', { selector, expression, isFunction: true, arg: NOTHING }, PROBE_MILLISECONDS);
    return answer?.value?.s ? JSON.parse(answer.value.s) : {};
  }

  async #address(guid) {
    const expression = '() => JSON.stringify({ url: location.href, status: performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0 })';
    const answer = await this.#wire.ask(this.#mainFrameOf(guid), 'evaluateExpression', { expression, isFunction: true, arg: NOTHING }, PROBE_MILLISECONDS);
    return answer?.value?.s ? JSON.parse(answer.value.s) : { url: '', status: 0 };
  }

  async #read(guid) {
    const expression = `() => (${scripts.facts(this.#testIdAttribute)})(${JSON.stringify(scripts.OPTIONS)})`;
    const answer = await this.#wire.ask(this.#mainFrameOf(guid), 'evaluateExpression', { expression, isFunction: true, arg: NOTHING }, READ_MILLISECONDS);
    if (!answer?.value?.s) return undefined;
    const { forms, addresses, ...facts } = JSON.parse(answer.value.s);
    return facts;
  }

  #mainFrameOf(guid) {
    for (let at = guid; at; at = this.#parents.get(at)) {
      if (this.#pages.has(at)) return at;
      const main = [...this.#pages].find(([, page]) => page === at)?.[0];
      if (main) return main;
    }
    return guid;
  }

  #contextOf(guid) {
    for (let at = guid; at; at = this.#parents.get(this.#pages.get(at) ?? at) ?? this.#parents.get(at)) {
      const context = this.#contexts.get(at);
      if (context) return context;
    }
    return undefined;
  }

  #isWithin(guid, outer) {
    for (let at = guid; at; at = this.#parents.get(at)) if (at === outer) return true;
    return false;
  }
}

const NOTHING = { value: { v: 'undefined' }, handles: [] };

/** What a locator is used for by a message; undefined when it is no use of one, or one that names no element. */
function useOf(method, params) {
  if (typeof params?.selector !== 'string') return undefined;
  if (method === 'expect') return params.isNot || ABSENT.test(params.expression) ? undefined : { action: params.expression, expects: true };
  if (!params.strict || params.state === 'hidden' || params.state === 'detached') return undefined;
  return { action: method === 'waitForSelector' ? 'waitFor' : method, expects: false };
}

function wordsOf({ error, log, result }) {
  const words = [error?.error?.message ?? error?.message ?? result?.errorMessage, ...(log ?? result?.log ?? [])];
  return words.filter(Boolean).join('\n').replace(/\u001b\[[0-9;]*m/g, '').slice(0, 4000);
}

const keyOf = (at, { selector }) => `${at.file}\n${at.line}\n${selector}`;

function pathOf(url) {
  try {
    return new URL(url).pathname;
  } catch {
    return '';
  }
}

module.exports = { DriverRecorder };
