// Serves a generated site whose pages build their links and lists with JavaScript. Prints its address.
// usage: node site.mjs [PAGES]
import { createServer } from 'node:http';

const pages = Number(process.argv[2] ?? 200);
const words = 'amber birch copper delta ember fjord grove harbour island jasper kelp linen meadow north orchard pine quartz river slate tundra'.split(' ');
const word = (i) => words[i % words.length];
const kinds = ['guide', 'item', 'form', 'table', 'list', 'gallery', 'faq', 'board'];
const path = (i) => (i === 0 ? '/' : `/${kinds[i % kinds.length]}/${word(i)}-${i}`);

// Three children each make a tree that reaches every page; the rest are links between branches.
const links = (i) => [...new Set([3 * i + 1, 3 * i + 2, 3 * i + 3, (i * 7 + 5) % pages, (i * 13 + 11) % pages, 0])].filter((n) => n < pages && n !== i);

const fields = [
  (i) => `<label>Name <input name="name" required maxlength="${20 + (i % 30)}"></label>`,
  () => '<label>Email <input name="email" type="email" required></label>',
  (i) => `<label>Amount <input name="amount" type="number" min="1" max="${10 + i}"></label>`,
  (i) => `<label>Kind <select name="kind">${Array.from({ length: 3 + (i % 4) }, (_, n) => `<option>${word(i + n)}</option>`).join('')}</select></label>`,
  () => '<label>Note <textarea name="note" maxlength="200"></textarea></label>',
  () => '<label><input name="terms" type="checkbox" required> I agree</label>',
];
const form = (i) => `<form action="${path(0)}"><h2>Write about ${word(i)}</h2>${fields.filter((_, n) => (i >> 3) & (1 << n) || n === i % 6).map((f) => `<p>${f(i)}</p>`).join('')}<button>Send ${word(i)}</button></form>`;

const bodies = {
  guide: (i) => Array.from({ length: 2 + (i % 7) }, (_, n) => `<section><h2>${word(i + n)} ${n + 1}</h2><p>${words.slice(n, n + 6 + (i % 9)).join(' ')}</p></section>`).join(''),
  item: (i) => `<figure><img src="/images/${i}.svg" alt="${word(i)}" width="200" height="150"><figcaption>${word(i)}</figcaption></figure><dl>${Array.from({ length: 1 + (i % 6) }, (_, n) => `<dt>${word(n)}</dt><dd>${i * n}</dd>`).join('')}</dl><button type="button">Add ${word(i)}</button>`,
  form: (i) => form(i),
  table: (i) => `<table><caption>${word(i)}</caption>${Array.from({ length: 4 + (i % 20) }, (_, r) => `<tr>${Array.from({ length: 2 + (i % 5) }, (_, c) => `<td>${r * c + i}</td>`).join('')}</tr>`).join('')}</table>${form(i + 1)}`,
  list: (i) => `<ul data-list="${5 + (i % 25)}"></ul>`,
  gallery: (i) => Array.from({ length: 2 + (i % 6) }, (_, n) => `<img src="/images/${i + n}.svg" alt="${word(i + n)}" width="120" height="90">`).join(''),
  faq: (i) => Array.from({ length: 2 + (i % 8) }, (_, n) => `<details><summary>Why ${word(i + n)}?</summary><p>Because of ${word(n)}.</p></details>`).join(''),
  board: (i) => `<div data-board="${3 + (i % 9)}"></div>${form(i + 3)}`,
};

const html = (i) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${word(i)} ${i}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css"><script src="/site.js" defer></script></head>
<body><header><h1>${word(i)} ${i}</h1><nav aria-label="Pages"></nav></header><main>${bodies[kinds[i % kinds.length]](i)}${i % 20 === 7 ? '<img src="/missing.png" alt="Missing">' : ''}</main>
<script type="application/json" id="data">${JSON.stringify({ page: i, links: links(i).map((n) => ({ href: path(n), text: `${word(n)} ${n}` })) })}</script></body></html>`;

const script = `"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const make = (tag, properties, ...children) => { const e = Object.assign(document.createElement(tag), properties); e.append(...children); return e; };
document.querySelector("nav").append(...data.links.flatMap((link) => [make("a", { href: link.href }, link.text), " "]));
for (const list of document.querySelectorAll("[data-list]")) {
  for (let n = 0; n < Number(list.dataset.list); n++) list.append(make("li", {}, "Entry " + n + " ", make("button", { type: "button" }, "Show " + n)));
}
for (const board of document.querySelectorAll("[data-board]")) {
  for (let n = 0; n < Number(board.dataset.board); n++) board.append(make("article", {}, make("h2", {}, "Card " + n), make("p", {}, "Value " + n * data.page)));
}
if (data.page % 25 === 3) console.error("page " + data.page + " has a problem");
`;
const style = 'body{font:16px/1.5 sans-serif;margin:2rem;max-width:60rem}nav a{margin-right:.5rem}table{border-collapse:collapse}td{border:1px solid #999;padding:.2rem .6rem}section,article{border-left:3px solid #386;padding-left:1rem;margin:1rem 0}';

const routes = new Map(Array.from({ length: pages }, (_, i) => [path(i), ['text/html; charset=utf-8', html(i)]]));
routes.set('/site.css', ['text/css', style]).set('/site.js', ['text/javascript', script]);

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://site');
  const image = /^\/images\/(\d+)\.svg$/.exec(pathname);
  const [type, body] = image
    ? ['image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="hsl(${Number(image[1]) * 37 % 360} 50% 50%)"/></svg>`]
    : routes.get(pathname) ?? ['text/plain', undefined];
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body ?? 'not found');
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
