// A small shop, rendered on the server. Everything lives in memory: a restart is a fresh shop.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { checkoutErrors, pieces, totals } from './cart.mjs';
import { customer, now, orders, products, vouchers } from './data.mjs';
import { layout } from './html.mjs';
import * as pages from './pages.mjs';
import { banner, picture } from './pictures.mjs';

const port = Number(process.argv[2]);
const here = new URL('.', import.meta.url);
const files = {
  '/style.css': ['text/css', readFileSync(new URL('style.css', here))],
  '/shop.js': ['text/javascript', readFileSync(new URL('shop.js', here))],
  '/icon.svg': ['image/svg+xml', picture(1, 'Tents')],
  '/pictures/banner.svg': ['image/svg+xml', banner()],
};
const headers = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};
const visits = new Map();

function visitOf(request) {
  const id = /(?:^|; )visit=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
  return (id && visits.get(id)) || { id: undefined, cart: new Map(), voucher: undefined, user: undefined, flash: undefined };
}

async function formOf(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 20_000) throw new Error('The form is too long.');
  }
  return Object.fromEntries(new URLSearchParams(text));
}

/** A visit is kept, and its cookie set, from the first thing worth keeping. */
function keep(visit, response) {
  if (visit.id) return;
  visit.id = randomUUID();
  visits.set(visit.id, visit);
  response.setHeader('set-cookie', `visit=${visit.id}; HttpOnly; SameSite=Lax; Path=/`);
}

function show(response, visit, page, status = 200) {
  const body = layout({ ...page, visit, count: pieces(visit) });
  visit.flash = undefined;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}

function go(response, to, visit, flash) {
  visit.flash = flash;
  response.writeHead(303, { location: to }).end();
}

const countOf = (text) => (/^\d+$/.test(text ?? '') && Number(text) >= 1 && Number(text) <= 20 ? Number(text) : undefined);

const get = {
  '/': () => pages.home(),
  '/products': ({ query }) => pages.catalogue(query),
  '/cart': ({ visit }) => pages.cart(visit),
  '/checkout': ({ visit }) => pages.checkout(visit, visit.user ? { name: customer.name, email: customer.email } : {}, {}),
  '/sign-in': () => pages.signIn({}),
  '/delivery': () => pages.delivery(),
  '/contact': () => pages.contact({}, {}),
};

const post = {
  '/cart'({ form, visit, response }) {
    const item = products.find((p) => p.id === Number(form.product));
    if (!item) return show(response, visit, pages.missing(), 404);
    const count = countOf(form.count);
    if (!count) return show(response, visit, pages.product(item, 'Please choose 1 to 20 pieces.'), 422);
    keep(visit, response);
    visit.cart.set(item.id, Math.min(20, (visit.cart.get(item.id) ?? 0) + count));
    go(response, '/cart', visit, `${item.name} is in your cart.`);
  },
  '/cart/change'({ form, visit, response }) {
    const count = countOf(form.count);
    if (count && visit.cart.has(Number(form.product))) visit.cart.set(Number(form.product), count);
    go(response, '/cart', visit, count ? 'Quantity changed.' : 'Please choose 1 to 20 pieces.');
  },
  '/cart/remove'({ form, visit, response }) {
    visit.cart.delete(Number(form.product));
    go(response, '/cart', visit, 'Removed from your cart.');
  },
  '/cart/voucher'({ form, visit, response }) {
    const code = (form.code ?? '').trim().toUpperCase();
    if (!Object.hasOwn(vouchers, code)) return show(response, visit, pages.cart(visit, 'This voucher is not known.', form.code), 422);
    visit.voucher = code;
    go(response, '/cart', visit, 'Voucher applied.');
  },
  '/checkout'({ form, visit, response }) {
    if (!visit.cart.size) return go(response, '/cart', visit);
    const values = { name: '', email: '', street: '', postcode: '', city: '', terms: '', ...form };
    const errors = checkoutErrors(values);
    if (Object.keys(errors).length) return show(response, visit, pages.checkout(visit, values, errors), 422);
    const sums = totals(visit);
    const order = { id: 1001 + orders.length, email: visit.user ?? values.email, at: now(), lines: sums.lines.map((l) => ({ name: l.product.name, cents: l.product.cents, count: l.count })), total: sums.total };
    orders.push(order);
    visit.cart.clear();
    visit.voucher = undefined;
    visit.last = order;
    go(response, '/thanks', visit);
  },
  '/sign-in'({ form, visit, response }) {
    if (form.email !== customer.email || form.password !== customer.password) {
      return show(response, visit, pages.signIn(form, 'E-mail or password is not right.'), 401);
    }
    // Another id than before, so that nobody who knew that one is signed in too.
    visits.delete(visit.id);
    visit.id = undefined;
    keep(visit, response);
    visit.user = customer.email;
    go(response, '/orders', visit, `Welcome back, ${customer.name}.`);
  },
  '/sign-out'({ visit, response }) {
    visits.delete(visit.id);
    response.setHeader('set-cookie', 'visit=; Max-Age=0; HttpOnly; SameSite=Lax; Path=/');
    go(response, '/', visit);
  },
  '/contact'({ form, visit, response }) {
    const errors = {};
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email ?? '')) errors.email = 'Please give a valid e-mail address.';
    if ((form.message ?? '').trim().length < 10) errors.message = 'Please write at least ten characters.';
    if (Object.keys(errors).length) return show(response, visit, pages.contact(form, errors), 422);
    show(response, visit, pages.contact({}, {}, true));
  },
};

async function answer(request, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const url = new URL(request.url, 'http://127.0.0.1');
  const visit = visitOf(request);
  if (request.method === 'POST') {
    const action = post[url.pathname];
    if (!action) return show(response, visit, pages.missing(), 404);
    return action({ form: await formOf(request), visit, response });
  }

  if (files[url.pathname]) {
    const [type, content] = files[url.pathname];
    return response.writeHead(200, { 'content-type': type }).end(content);
  }

  const [, first, id] = /^\/(\w+)\/(\d+)(?:\.svg)?$/.exec(url.pathname) ?? [];
  const item = products.find((p) => p.id === Number(id));
  if (first === 'pictures' && item) return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture(item.id, item.category));
  if (first === 'products' && item) return show(response, visit, pages.product(item));
  if (url.pathname.startsWith('/orders')) {
    if (!visit.user) return go(response, '/sign-in', visit);
    const own = orders.filter((o) => o.email === visit.user);
    if (url.pathname === '/orders') return show(response, visit, pages.orderList(own));
    const order = own.find((o) => o.id === Number(id));
    return order ? show(response, visit, pages.order(order)) : show(response, visit, pages.missing(), 404);
  }

  if (url.pathname === '/thanks') return visit.last ? show(response, visit, pages.thanks(visit.last)) : go(response, '/cart', visit);
  const page = get[url.pathname];
  return page ? show(response, visit, page({ query: url.searchParams, visit })) : show(response, visit, pages.missing(), 404);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('Something went wrong.');
  });
});
server.listen(port, '127.0.0.1');
