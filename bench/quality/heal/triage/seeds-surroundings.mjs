// Failures of network and server, of time, and by chance.
import { app, button, cart, click, css, customer, fetched, form, link, open, pay, saved, says, sees, shell, shows, step, testId, titled } from './pages.mjs';

const status = (code, body) => (answer) => answer.writeHead(code, { 'content-type': 'text/html' }).end(body);
const cut = (answer) => answer.destroy();
const json = (answer, value) => answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const html = (answer, body) => answer.writeHead(200, { 'content-type': 'text/html' }).end(body);
const orders = (answer) => json(answer, [71, 72]);
const openOrder = [open(), click(button('Open order 72'))];

export const environment = {
  'page-500': { page: cart(), fault: status(500, '<h1>Internal Server Error</h1>'), steps: pay },
  'page-503-check': { page: cart(), fault: status(503, '<h1>Back soon</h1>'), steps: [open(), titled('Cart')] },
  'gateway-with-200': { page: cart(), fault: shell('502 Bad Gateway', '<h1>502 Bad Gateway</h1><hr>nginx'), steps: pay },
  'maintenance': { page: cart(), fault: shell('Northwind', '<h1>We are down for maintenance</h1><p>Come back at noon.</p>'), steps: pay },
  'connection-cut': { page: cart(), fault: cut, steps: pay },
  'too-many-requests': { page: cart(), fault: status(429, '<h1>Slow down</h1>'), steps: pay },
  'forbidden': { page: cart(), fault: status(403, '<h1>No entry</h1>'), steps: pay },
  'api-500': { page: { page: fetched(), api: orders }, fault: { api: status(500, '{}') }, steps: openOrder },
  'api-cut': { page: { page: fetched(), api: orders }, fault: { api: cut }, steps: openOrder },
  'api-401': { page: { page: fetched(), api: orders }, fault: { api: status(401, '{}') }, steps: openOrder },
  'script-503': { page: { page: shell('Orders', '<div id="root"></div><script src="main.js"></script>'), 'main.js': (a) => a.end('document.getElementById("root").innerHTML = "<button>Open order 72</button>"') }, fault: { 'main.js': status(503, '') }, steps: openOrder },
  'sent-to-login': { page: cart(), fault: { page: (a) => a.writeHead(302, { location: 'login' }).end(), login: (a) => html(a, shell('Sign in', '<h1>Sign in</h1><label>User <input></label><label>Password <input type="password"></label><button>Sign in</button>')) }, steps: pay },
  'save-500': { page: { page: form(''), saved }, fault: { saved: status(500, '<h1>Oops</h1>') }, steps: customer },
  'something-went-wrong': { page: cart(), fault: app('document.querySelector("main").innerHTML = "<h1>Something went wrong</h1><button>Reload</button>"'), steps: pay },
};

const late = (ms, what) => `<script>setTimeout(() => { ${what} }, ${ms})</script>`;

export const timing = {
  'button-comes-late': { page: cart(), fault: cart(late(6000, 'b.hidden = false; b.dataset.testid = "pay"') + '<script>const b = document.querySelector("[data-testid=pay]"); delete b.dataset.testid; b.hidden = true</script>'), steps: pay },
  'answer-comes-late': { page: { page: fetched(), api: orders }, fault: { api: (a) => setTimeout(() => orders(a), 6200) }, steps: openOrder },
  'answer-never-comes': { page: { page: fetched(), api: orders }, fault: { api: () => {} }, steps: openOrder },
  'text-comes-late': { page: cart(), fault: cart(late(6000, 'document.querySelector("[data-testid=total]").textContent = "Total 42.50"'), '0.00'), steps: [open(), says(testId('total'), 'Total 42.50')] },
  'enabled-late': { page: cart(), fault: cart(late(6000, 'document.querySelector("[data-testid=pay]").disabled = false') + '<script>document.querySelector("[data-testid=pay]").disabled = true</script>'), steps: pay },
  'spinner-leaves-late': { page: cart(), fault: cart('<div id="wait" style="position: fixed; inset: 0; background: #fffc">One moment</div>' + late(6000, 'document.getElementById("wait").remove()')), steps: pay },
  'spinner-stays-busy': { page: cart(), fault: cart('<div aria-busy="true" style="position: fixed; inset: 0; background: #fffc"><div role="progressbar">Working</div></div>'), steps: pay },
  'loading-stays': { page: app('document.getElementById("list").innerHTML = "<li><button>Open order 72</button></li>"'), fault: '<!doctype html><title>Orders</title><main aria-busy="true"><p>Loading orders</p></main>', steps: openOrder },
  'never-stands-still': { page: cart(), fault: cart('<style>@keyframes run { to { transform: translateX(300px) } } [data-testid=pay] { animation: run .4s infinite alternate }</style>'), steps: pay },
  'page-takes-its-time': { page: { page: shell('Start', '<h1>Start</h1><a href="next">Continue</a>'), next: shell('Next', '<h1>Next step</h1>') }, fault: { next: (a) => setTimeout(() => html(a, shell('Next', '<h1>Next step</h1>')), 6500) }, steps: [open(), click(link('Continue')), titled('Next')] },
  'document-never-ends': { page: cart(), fault: (a) => { a.writeHead(200, { 'content-type': 'text/html' }); a.write('<!doctype html><title>Cart</title><h1>Your cart</h1>' + ' '.repeat(2000)); }, steps: pay },
  'total-is-counted-late': { page: cart(), fault: cart(late(5800, 'document.querySelector("h1").textContent = "Your cart"') + '<script>document.querySelector("h1").textContent = "Counting"</script>'), steps: [open(), sees('Your cart')] },
};

// Each first visit is the bad one; the second is good.
const first = (bad, good) => (answer, visit) => html(answer, visit === 1 ? bad : good);

export const flaky = {
  'other-total-once': { page: cart(), fault: first(cart('', '40.00'), cart()), steps: [open(), says(testId('total'), 'Total 42.50')] },
  'other-title-once': { page: cart(), fault: first(cart().replace('<title>Cart', '<title>Basket'), cart()), steps: [open(), titled('Cart')] },
  'dead-button-once': { page: cart(), fault: first(cart().replace(/onclick="[^"]*"/, ''), cart()), steps: pay },
  'other-heading-once': { page: cart(), fault: first(cart().replace('Your cart', 'Your list'), cart()), steps: [open(), sees('Your cart')] },
  'not-sorted-once': { page: cart(), fault: first(cart().replace('<li>Hammer 12.50</li><li>Saw 30.00</li>', '<li>Saw 30.00</li><li>Hammer 12.50</li>'), cart()), steps: [open(), step('expect-sorted', { locator: css('main li'), descending: false })] },
  'hidden-once': { page: cart(), fault: first(cart().replace('<p data-testid="total"', '<p style="visibility: hidden" data-testid="total"'), cart()), steps: [open(), shows(testId('total'))] },
  'disabled-once': { page: cart(), fault: first(cart().replace('<button data', '<button disabled data'), cart()), steps: pay },
  'error-in-console-once': { page: cart(), fault: first(cart('<script>undefinedFunction()</script>'), cart()), steps: [open(), step('expect-console-clean', { known: [] })] },
  'other-value-once': { page: form('<p><label>City <input name="city" value="Oslo"></label></p>'), fault: first(form('<p><label>City <input name="city" value=""></label></p>'), form('<p><label>City <input name="city" value="Oslo"></label></p>')), steps: [open(), step('expect-value', { locator: { kind: 'label', value: 'City' }, value: 'Oslo' })] },
  'elsewhere-once': { page: { page: shell('Start', '<a href="next">Continue</a>'), next: shell('Next', '<h1>Next</h1>') }, fault: { page: first(shell('Start', '<a href="help">Continue</a>'), shell('Start', '<a href="next">Continue</a>')), help: shell('Help', '<h1>Help</h1>') }, steps: [open(), click(link('Continue')), titled('Next')] },
  'missing-once': { page: cart(), fault: first(cart().replace('data-testid="pay"', ''), cart()), steps: pay },
};
