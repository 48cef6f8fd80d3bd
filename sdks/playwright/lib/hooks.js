'use strict';

const MAKERS = ['locator', 'getByRole', 'getByTestId', 'getByLabel', 'getByPlaceholder', 'getByText', 'getByAltText', 'getByTitle'];
const NARROWERS = ['filter', 'first', 'last', 'nth', 'and', 'or', 'describe'];
const ACTIONS = [
  'click', 'dblclick', 'tap', 'hover', 'fill', 'clear', 'type', 'pressSequentially', 'press', 'check', 'uncheck', 'setChecked', 'selectOption',
  'setInputFiles', 'selectText', 'focus', 'blur', 'dragTo', 'scrollIntoViewIfNeeded', 'dispatchEvent', 'screenshot', 'boundingBox', 'waitFor',
  'textContent', 'innerText', 'innerHTML', 'inputValue', 'getAttribute', 'isChecked', 'isDisabled', 'isEditable', 'isEnabled',
];

/** Lets a recorder see each locator made and used, from the first page on: the classes are reached through what Playwright hands out. */
function hook(playwright, recorder) {
  const browserType = Object.getPrototypeOf(playwright.chromium);
  for (const name of ['launch', 'connect', 'connectOverCDP']) after(browserType, name, browserHooked);
  after(browserType, 'launchPersistentContext', contextHooked);

  function browserHooked(browser) {
    const prototype = Object.getPrototypeOf(browser);
    after(prototype, 'newContext', contextHooked);
    after(prototype, 'newPage', (page) => contextHooked(page.context()));
    browser.contexts().forEach(contextHooked);
  }

  function contextHooked(context) {
    context.on('page', pageHooked);
    context.pages().forEach(pageHooked);
  }

  function pageHooked(page) {
    recorder.opened(page);
    makersHooked(page);
    makersHooked(page.mainFrame());
    const locator = page.locator('html');
    makersHooked(locator, true);
    makersHooked(page.frameLocator('iframe'));
    usesHooked(Object.getPrototypeOf(locator));
  }

  function makersHooked(object, narrows = false) {
    const prototype = Object.getPrototypeOf(object);
    for (const name of narrows ? [...MAKERS, ...NARROWERS] : MAKERS) {
      wrap(prototype, name, (original) => function (...given) {
        const made = original.apply(this, given);
        recorder.made(made, name, narrows ? this : undefined, new Error('made'));
        return made;
      });
    }
  }

  function usesHooked(prototype) {
    for (const name of ACTIONS) {
      wrap(prototype, name, (original) => function (...given) {
        return recorder.used(this, name, waitsForAbsence(name, given), () => original.apply(this, given), () => true);
      });
    }
    wrap(prototype, '_expect', (original) => function (expression, options, ...rest) {
      const isNot = Boolean(options?.isNot);
      return recorder.used(this, expression, isNot || ABSENT.test(expression), () => original.call(this, expression, options, ...rest), (result) => result?.matches === !isNot);
    });
  }
}

// What is expected to be gone, or to be many, names no element.
const ABSENT = /^to\.be\.(hidden|detached)$|\.array$|^to\.have\.count$/;
const waitsForAbsence = (name, [options]) => name === 'waitFor' && (options?.state === 'hidden' || options?.state === 'detached');

const WRAPPED = Symbol('testforge.wrapped');

function wrap(prototype, name, make) {
  const original = prototype[name];
  if (typeof original !== 'function' || original[WRAPPED]) return;
  const replaced = make(original);
  Object.defineProperty(replaced, 'name', { value: name });
  replaced[WRAPPED] = true;
  prototype[name] = replaced;
}

function after(prototype, name, then) {
  wrap(prototype, name, (original) => async function (...given) {
    const result = await original.apply(this, given);
    then(result);
    return result;
  });
}

module.exports = { hook, ABSENT };
