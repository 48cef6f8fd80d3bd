// Serves a generated shop as real ones are: few kinds of pages, most of them one kind with other data behind addresses that words tell apart.
// Lists are built with JavaScript. Prints its address.
// usage: node shop.mjs [PAGES]
import { createServer } from 'node:http';

const pages = Number(process.argv[2] ?? 1000);
const colours = 'amber birch copper delta ember fjord grove harbour island jasper kelp linen meadow north orchard pine quartz river slate tundra'.split(' ');
const things = 'kettle lamp chair table mug plate spoon shelf basket candle mirror vase rug cushion clock frame stool bench tray jug pan pot bowl knife board rack hook bin box jar quilt towel brush mat desk sofa bed crib fan heater'.split(' ');
const names = Array.from({ length: 60 }, (_, i) => `${colours[i % 20]}${'aeo'[Math.floor(i / 20)]}`);
const topics = ['delivery', 'returns', 'payment', 'sizes', 'care', 'warranty', 'privacy', 'imprint', 'jobs', 'stores', 'gifts', 'contact'];
const escapeless = (text) => text.replaceAll('-', ' ');
const link = (href, text = escapeless(href.split('/').at(-1))) => ({ href, text });

const products = Array.from({ length: Math.max(40, pages - 200) }, (_, i) => ({ slug: `${colours[i % 20]}-${things[Math.floor(i / 20) % 40]}${i >= 800 ? `-${things[i % 37]}` : ''}`, category: i % 20, price: 5 + (i * 7) % 90, reviews: i % 9 }));
const productsOf = (category) => products.filter((p) => p.category === category);
const perPage = 20;
const news = Array.from({ length: 60 }, (_, i) => ({ href: `/news/2026/${String(1 + (i % 12)).padStart(2, '0')}/${things[i % 40]}-${colours[i % 20]}`, i }));

const routes = new Map();
const page = (path, title, body, lists = {}) => routes.set(path, html(title, body, lists));
function html(title, body, lists) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/shop.css"><script src="/shop.js" defer></script></head>
<body><header><a href="/">Shop</a><nav aria-label="Categories" data-links="nav"></nav><form action="/search" role="search"><label>Search <input name="q" type="search"></label><button>Find</button></form><a href="/cart">Cart</a> <a href="/login">Sign in</a></header>
<main><h1>${title}</h1>${body}</main><footer data-links="foot"></footer>
<script type="application/json" id="data">${JSON.stringify({ ...lists, nav: colours.map((c) => link(`/category/${c}`)), foot: topics.map((t) => link(`/help/${t}`)).concat(link('/news', 'News'), link('/people', 'People')) })}</script></body></html>`;
}

page('/', 'Things for the house', '<section><h2>New</h2><ul data-list="featured"></ul></section>', { featured: products.slice(0, 12).map((p) => link(`/product/${p.slug}`)) });
for (const [c, colour] of colours.entries()) {
  const own = productsOf(c);
  for (let n = 0; n * perPage < own.length; n++) {
    const further = [n > 0 ? link(`/category/${colour}?page=${n}`, 'Previous') : undefined, (n + 1) * perPage < own.length ? link(`/category/${colour}?page=${n + 2}`, 'Next') : undefined].filter(Boolean);
    page(`/category/${colour}${n > 0 ? `?page=${n + 1}` : ''}`, `All ${colour}`, '<ul data-list="items"></ul><p data-links="further"></p>', { items: own.slice(n * perPage, (n + 1) * perPage).map((p) => link(`/product/${p.slug}`)), further });
  }
}
for (const [i, p] of products.entries()) {
  page(`/product/${p.slug}`, escapeless(p.slug), `<figure><img src="/images/${i}.svg" alt="${escapeless(p.slug)}" width="300" height="220"></figure><p>${p.price} euros</p>
<form action="/cart"><label>Quantity <input name="quantity" type="number" min="1" max="9" value="1"></label><input type="hidden" name="product" value="${p.slug}"><button>Add to cart</button></form>
<section><h2>Reviews</h2><ol data-list="reviews"></ol></section><aside><h2>Goes with it</h2><ul data-list="related"></ul></aside>`, {
    reviews: Array.from({ length: 1 + p.reviews }, (_, n) => link(`/people/${names[(i + n) % 60]}`, `${1 + (n % 5)} stars by ${names[(i + n) % 60]}`)), related: [1, 2, 3].map((n) => link(`/product/${products[(i * 3 + n * 17) % products.length].slug}`)) });
}
for (const [n, topic] of topics.entries()) page(`/help/${topic}`, `Help: ${topic}`, n % 3 === 0 ? `<dl><dt>${topic}</dt><dd>Ask us.</dd></dl>` : n % 3 === 1 ? `<table><tr><th>${topic}</th><td>${n}</td></tr></table>` : `<details><summary>${topic}?</summary><p>Yes.</p></details>`);
page('/news', 'News', '<ul data-list="items"></ul>', { items: news.map((a) => link(a.href)) });
for (const { href, i } of news) page(href, `News ${i}`, `<article><p>Written in 2026.</p>${'<p>More of it.</p>'.repeat(1 + (i % 5))}</article>`);
page('/people', 'People', '<ul data-list="items"></ul>', { items: names.map((n) => link(`/people/${n}`)) });
for (const name of names) page(`/people/${name}`, `Reviews by ${name}`, `<p>Here since 2020.</p><button type="button">Follow ${name}</button>`);
page('/cart', 'Your cart', '<p>Nothing in it.</p><a href="/checkout">Check out</a>');
page('/checkout', 'Check out', '<form action="/checkout"><label>Name <input name="name" autocomplete="name" required></label><label>Address <input name="street" required></label><button>Continue</button></form>');
page('/login', 'Sign in', '<form method="post" action="/login"><label>E-mail <input type="email" name="email" required></label><label>Password <input type="password" name="password" required></label><button>Sign in</button></form>');
page('/search', 'Search', '<p>Nothing found.</p>');

const script = `"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const make = (tag, properties, ...children) => { const e = Object.assign(document.createElement(tag), properties); e.append(...children); return e; };
for (const place of document.querySelectorAll("[data-links]")) place.append(...(data[place.dataset.links] ?? []).flatMap((l) => [make("a", { href: l.href }, l.text), " "]));
for (const place of document.querySelectorAll("[data-list]")) place.append(...(data[place.dataset.list] ?? []).map((l) => make("li", {}, make("a", { href: l.href }, l.text))));
`;
const style = 'body{font:16px/1.5 sans-serif;margin:2rem;max-width:60rem}nav a{margin-right:.5rem}td,th{border:1px solid #999;padding:.2rem .6rem}aside,section{border-left:3px solid #386;padding-left:1rem;margin:1rem 0}';

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://shop');
  const image = /^\/images\/(\d+)\.svg$/.exec(url.pathname);
  const [type, body] = image ? ['image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="hsl(${Number(image[1]) * 37 % 360} 50% 50%)"/></svg>`]
    : url.pathname === '/shop.js' ? ['text/javascript', script] : url.pathname === '/shop.css' ? ['text/css', style]
      : ['text/html; charset=utf-8', routes.get(url.pathname + url.search) ?? routes.get(url.pathname)];
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': body === undefined ? 'text/plain' : type }).end(body ?? 'not found');
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
