// Serves every seed below a folder of its own. GET /fault puts the faults in. Prints its address.
import http from 'node:http';
import { shell } from './pages.mjs';
import { seeds } from './seeds.mjs';

const byId = new Map(seeds.map((s) => [s.id, s]));
const visits = new Map();
let broken = false;

const server = http.createServer((request, answer) => {
  const [, id, page] = new URL(request.url, 'http://x').pathname.split('/');
  if (id === 'fault') {
    broken = true;
    return answer.end('on');
  }
  const seed = byId.get(id);
  const made = seed && (broken ? seed.faulty : seed.healthy)[page];
  const count = (visits.get(`${broken} ${request.url}`) ?? 0) + 1;
  visits.set(`${broken} ${request.url}`, count);
  if (typeof made === 'function') return made(answer, count);
  if (made === undefined && !['home', 'orders', 'help', 'list'].includes(page)) return answer.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(made ?? shell(page, `<h1>${page}</h1>`));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
