// Serves generated pages of which each has ten states that only its buttons show. Prints its address.
// usage: node states.mjs STATES
import { createServer } from 'node:http';

const perPage = 10;
const pages = Math.ceil(Number(process.argv[2] ?? 5000) / perPage);
const words = 'amber birch copper delta ember fjord grove harbour island jasper kelp linen meadow north orchard pine quartz river slate tundra'.split(' ');
const path = (i) => (i === 0 ? '/' : `/${words[i % words.length]}/${i}`);
const links = (i) => [3 * i + 1, 3 * i + 2, 3 * i + 3].filter((n) => n < pages);

// The bits of a page's number choose its blocks, so that no two of the first 1023 pages are alike.
const blocks = ['<h2>Part</h2>', '<ul><li>Entry</li></ul>', '<table><tr><td>Cell</td></tr></table>', '<hr>', '<progress value="1" max="2" aria-label="Done"></progress>', '<article><p>Text</p></article>',
  '<img src="data:," alt="Nothing">', '<label>Name <input></label>', '<label>Kind <select><option>One</option></select></label>', '<label><input type="checkbox"> Agreed</label>'];
const body = (i) => blocks.filter((_, n) => (i + 1) & (1 << n)).join('\n');
const html = (i) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words[i % words.length]} ${i}</title><link rel="icon" href="data:,"></head>
<body><header><h1>Page ${i}</h1><nav aria-label="Pages">${links(i).map((n) => `<a href="${path(n)}">Page ${n}</a>`).join(' ')}</nav></header><main>${body(i)}
${Array.from({ length: perPage }, (_, n) => `<button type="button" data-n="${n}">${words[n]}</button>`).join(' ')}<section id="out"></section></main>
<script>for (const b of document.querySelectorAll('button')) b.onclick = () => { out.innerHTML = '<h2>About ' + b.textContent + '</h2>' + '<p>text</p>'.repeat(b.dataset.n) + '<ul>' + '<li>one</li>'.repeat(b.dataset.n) + '</ul>'; };</script></body></html>`;

const routes = new Map(Array.from({ length: pages }, (_, i) => [path(i), html(i)]));
const server = createServer((request, response) => {
  const page = routes.get(request.url);
  response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page ?? 'There is no such page.');
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
