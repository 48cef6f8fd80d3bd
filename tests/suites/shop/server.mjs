// A small shop, as it was and as it is after people have worked on it: node server.mjs PORT before|after
import http from 'node:http';

const [port, version] = process.argv.slice(2);
const after = version === 'after';
const either = (before, now) => (after ? now : before);

const page = (title, main) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
  <header><nav aria-label="Main"><a href="/">Shop</a> <a href="/account">Account</a> <a href="/stock">Stock</a></nav></header>
  <main><h1>${title}</h1>${main}</main>
  <footer><form id="news" onsubmit="event.preventDefault(); document.getElementById('thanks').textContent = 'Subscribed ' + this.elements[0].value">
    <label>Your e-mail <input type="email" name="${either('email', 'address')}" id="${either('newsletter-email', 'subscribe-address')}"></label>
    <button>Subscribe</button> <span id="thanks"></span></form></footer></body></html>`;

const product = (id, name, price) => `<li><h2>${name}</h2><p>${price} EUR</p>
  <button data-testid="${either(`add-${id}`, `basket-add-${id}`)}" onclick="add(${price})">Add ${name}</button></li>`;

const pages = {
  '/': () => page('Products', `<ul>${product('kettle', 'Kettle', 40)}${product('mug', 'Mug', 8)}</ul>
    <section aria-label="Basket"><p>Total <span id="${either('total', 'sum')}">0</span> EUR</p>
    <button class="${either('checkout', 'btn btn-go')}" onclick="this.nextElementSibling.textContent = '${either('Thank you for your order', 'We are sorry, try later')}'">${either('Checkout', 'Checkout now')}</button>
    <p id="${either('confirmation', 'message')}"></p>
    ${either('<label><input type="checkbox" id="gift-wrap" name="wrap"> Gift wrap</label>', '')}
    <label><input type="checkbox" id="gift-card" name="card"> Gift card</label></section>
    <script>let sum = 0; function add(price) { sum += price${either('', ' + 1')}; document.getElementById('${either('total', 'sum')}').textContent = sum; }</script>`),
  '/account': () => page('Account', `<form onsubmit="event.preventDefault(); document.getElementById('saved').textContent = 'Saved ' + this.elements[0].value + ' ' + this.elements[1].value">
    <label>First name <input name="${either('first', 'given')}" id="${either('first', 'f1')}"></label>
    <label>Surname <input name="surname" id="surname"></label>
    <button>${either('Save', 'Save changes')}</button> <p id="saved" role="status"></p></form>`),
  '/stock': () => (after ? undefined : page('Stock', '<button id="refresh">Refresh stock</button>')),
};

http.createServer((request, response) => {
  const made = pages[request.url];
  const html = made?.();
  response.writeHead(html ? 200 : made ? 500 : 404, { 'content-type': 'text/html' });
  response.end(html ?? '<!doctype html><title>Error</title><h1>Something went wrong</h1><button id="again">Refresh</button>');
}).listen(Number(port), '127.0.0.1');
