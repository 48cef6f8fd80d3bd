import { categories, products } from './data.mjs';
import { totals } from './cart.mjs';
import { date, esc, field, money } from './html.mjs';

const perPage = 8;
const orderings = {
  name: ['Name', (a, b) => a.name.localeCompare(b.name)],
  cheap: ['Price, lowest first', (a, b) => a.cents - b.cents],
  dear: ['Price, highest first', (a, b) => b.cents - a.cents],
};

const card = (product) => `<li class="card">
<img src="/pictures/${product.id}.svg" alt="${esc(product.name)}" width="160" height="120">
<h2><a href="/products/${product.id}">${esc(product.name)}</a></h2>
<p class="price">${money(product.cents)}</p>
</li>`;

export function home() {
  return {
    title: 'Gear for long walks',
    body: `<img class="banner" src="/pictures/banner.svg" alt="Two tents below a ridge at dusk" width="720" height="180">
<p>Tents, packs, lamps and stoves that can be repaired. Take 10 % off with the voucher <strong>SPRING10</strong>.</p>
<p><a class="button" href="/products">See all products</a></p>
<section aria-labelledby="picks"><h2 id="picks">Our picks</h2>
<ul class="cards">${products.slice(0, 4).map((p) => card(p).replaceAll('h2>', 'h3>')).join('')}</ul></section>`,
  };
}

export function catalogue(query) {
  const text = (query.get('q') ?? '').trim();
  const category = query.get('category') ?? '';
  const order = orderings[query.get('sort')] ? query.get('sort') : 'name';
  const found = products
    .filter((p) => !category || p.category === category)
    .filter((p) => !text || p.name.toLowerCase().includes(text.toLowerCase()))
    .sort(orderings[order][1]);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1));
  const shown = found.slice((page - 1) * perPage, page * perPage);
  const link = (to) => `/products?${esc(new URLSearchParams({ q: text, category, sort: order, page: to }))}`;
  const options = (list, chosen) => list.map(([value, label]) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${label}</option>`).join('');
  return {
    title: 'Products',
    body: `<form class="filters" method="get" action="/products" role="search">
<p class="field"><label for="q">Search</label><input id="q" name="q" type="search" value="${esc(text)}"></p>
<p class="field"><label for="category">Category</label><select id="category" name="category">${options([['', 'All'], ...categories.map((c) => [c, c])], category)}</select></p>
<p class="field"><label for="sort">Sort by</label><select id="sort" name="sort">${options(Object.entries(orderings).map(([key, [label]]) => [key, label]), order)}</select></p>
<button>Show</button>
</form>
<p role="status">${found.length === 1 ? '1 product' : `${found.length} products`}${text ? ` for “${esc(text)}”` : ''}</p>
${shown.length ? `<ul class="cards">${shown.map(card).join('')}</ul>` : '<p>Nothing matches. Try another word.</p>'}
${pages > 1 ? `<nav class="pages" aria-label="Pages">
${page > 1 ? `<a href="${link(page - 1)}">Previous</a>` : ''} <span>Page ${page} of ${pages}</span> ${page < pages ? `<a href="${link(page + 1)}">Next</a>` : ''}
</nav>` : ''}`,
  };
}

export function product(item, error) {
  return {
    title: item.name,
    body: `<div class="product">
<img src="/pictures/${item.id}.svg" alt="${esc(item.name)}" width="320" height="240">
<div>
<p>${esc(item.text)}</p>
<p class="price">${money(item.cents)}</p>
<p>${item.stock} in stock</p>
<form method="post" action="/cart">
<input type="hidden" name="product" value="${item.id}">
${field({ name: 'count', label: 'Quantity', type: 'number', value: 1, error, extra: ' min="1" max="20" required' })}
<button>Add to cart</button>
</form>
<p><a href="/products?category=${item.category}">More ${item.category.toLowerCase()}</a></p>
</div></div>`,
  };
}

export function cart(visit, error, code = '') {
  const sums = totals(visit);
  if (!sums.lines.length) {
    return { title: 'Your cart', body: `<p>Your cart is empty.</p><p><a class="button" href="/products">See all products</a></p>` };
  }

  const rows = sums.lines.map((line) => `<tr>
<td><a href="/products/${line.product.id}">${esc(line.product.name)}</a></td>
<td>${money(line.product.cents)}</td>
<td><form class="inline" method="post" action="/cart/change"><input type="hidden" name="product" value="${line.product.id}">
<input name="count" type="number" min="1" max="20" value="${line.count}" aria-label="Quantity of ${esc(line.product.name)}"> <button class="quiet">Update</button></form></td>
<td>${money(line.cents)}</td>
<td><form class="inline" method="post" action="/cart/remove"><input type="hidden" name="product" value="${line.product.id}">
<button class="quiet" aria-label="Remove ${esc(line.product.name)}">Remove</button></form></td>
</tr>`).join('');
  return {
    title: 'Your cart',
    body: `<div class="wide"><table>
<thead><tr><th scope="col">Product</th><th scope="col">Price</th><th scope="col">Quantity</th><th scope="col">Sum</th><th scope="col">Action</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<dl class="totals">
<dt>Goods</dt><dd id="goods">${money(sums.goods)}</dd>
${sums.discount ? `<dt>Voucher ${esc(visit.voucher)}</dt><dd>− ${money(sums.discount)}</dd>` : ''}
<dt>Delivery</dt><dd>${sums.delivery ? money(sums.delivery) : 'free'}</dd>
<dt>Total</dt><dd id="total"><strong>${money(sums.total)}</strong></dd>
</dl>
<form method="post" action="/cart/voucher" class="filters">
${field({ name: 'code', label: 'Voucher', value: code, error })}
<button class="quiet">Apply</button>
</form>
<p><a class="button" href="/checkout">Go to checkout</a></p>`,
  };
}

export function checkout(visit, values, errors) {
  const sums = totals(visit);
  if (!sums.lines.length) {
    return { title: 'Checkout', body: '<p>Your cart is empty, so there is nothing to pay.</p><p><a href="/products">See all products</a></p>' };
  }

  const f = (name, label, autocomplete, type) => field({ name, label, type, autocomplete, value: values[name], error: errors[name] });
  return {
    title: 'Checkout',
    body: `<p>${sums.pieces === 1 ? '1 piece' : `${sums.pieces} pieces`}, ${money(sums.total)} in total.</p>
${Object.keys(errors).length ? '<p class="error" role="alert">Please correct the marked fields.</p>' : ''}
<form method="post" action="/checkout" novalidate>
${f('name', 'Full name', 'name')}
${f('email', 'E-mail', 'email', 'email')}
${f('street', 'Street and number', 'street-address')}
${f('postcode', 'Postcode', 'postal-code')}
${f('city', 'City', 'address-level2')}
<p class="field check"><input id="terms" name="terms" type="checkbox" value="yes"${values.terms ? ' checked' : ''}${errors.terms ? ' aria-invalid="true" aria-describedby="terms-error"' : ''}>
<label for="terms">I accept the terms of sale</label>${errors.terms ? `<span class="error" id="terms-error">${errors.terms}</span>` : ''}</p>
<button>Place order</button>
</form>
<p><a href="/cart">Back to the cart</a></p>`,
  };
}

export const signIn = (values, error) => ({
  title: 'Sign in',
  body: `${error ? `<p class="error" role="alert">${esc(error)}</p>` : ''}
<form method="post" action="/sign-in" novalidate>
${field({ name: 'email', label: 'E-mail', type: 'email', value: values.email, autocomplete: 'username' })}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<button>Sign in</button>
</form>`,
});

export const orderList = (list) => ({
  title: 'My orders',
  body: `<div class="wide"><table>
<thead><tr><th scope="col">Order</th><th scope="col">Date</th><th scope="col">Total</th></tr></thead>
<tbody>${list.map((o) => `<tr><td><a href="/orders/${o.id}">Order ${o.id}</a></td><td>${date(o.at)}</td><td>${money(o.total)}</td></tr>`).join('')}</tbody>
</table></div>`,
});

export const order = (o) => ({
  title: `Order ${o.id}`,
  body: `<p>Placed on ${date(o.at)}.</p>
<ul>${o.lines.map((line) => `<li>${line.count} × ${esc(line.name)}, ${money(line.cents * line.count)}</li>`).join('')}</ul>
<p>Total with delivery: <strong>${money(o.total)}</strong></p>
<p><a href="/orders">All orders</a></p>`,
});

export const thanks = (o) => ({
  title: 'Thank you',
  body: `<p>Your order <strong>${o.id}</strong> of ${money(o.total)} is on its way. It is delivered by ${date(new Date(o.at.getTime() + 3 * 86_400_000))}.</p>
<p><a href="/products">Go on shopping</a></p>`,
});

export const delivery = () => ({
  title: 'Delivery and returns',
  body: `<h2>Delivery</h2><p>Three working days. € 5.90 an order, free from € 100.00.</p>
<h2>Returns</h2><p>Send anything back within 30 days. Write to us with the <a href="/contact">contact form</a> first.</p>
<details><summary>Which countries do you deliver to?</summary><p>All countries of the European Union, Norway and Switzerland.</p></details>`,
});

export const contact = (values, errors, sent) => ({
  title: 'Contact',
  body: sent
    ? '<p role="status">Thank you, we answer within a day.</p><p><a href="/">Back to the start</a></p>'
    : `<form method="post" action="/contact">
${field({ name: 'email', label: 'Your e-mail', type: 'email', value: values.email, error: errors.email, autocomplete: 'email', extra: ' required' })}
<p class="field"><label for="message">Message</label><textarea id="message" name="message" rows="5" required minlength="10" maxlength="500">${esc(values.message)}</textarea>
${errors.message ? `<span class="error">${esc(errors.message)}</span>` : ''}</p>
<button>Send</button>
</form>`,
});

export const missing = () => ({ title: 'Page not found', body: '<p>There is nothing at this address.</p><p><a href="/">To the start</a></p>' });
