// Serves the pages and a sample ledger. What a person enters stays in the browser.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { entries, notes } from './sample.mjs';

const port = Number(process.argv[2]);
const offset = Number(process.env.NOW ?? 0) * 86_400_000;
const types = { '.html': 'text/html; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };
const folder = new URL('public/', import.meta.url);
const files = new Map(readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8').replace('{offset}', offset);
  return [`/${name === 'index.html' ? '' : name.replace(/\.html$/, '')}`, [types[extname(name)], text]];
}));
files.set('/sample.json', ['application/json', JSON.stringify({ entries, notes })]);
const headers = {
  'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

createServer((request, response) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const found = files.get(new URL(request.url, 'http://127.0.0.1').pathname);
  const [type, content] = found ?? files.get('/missing');
  response.writeHead(found ? 200 : 404, { 'content-type': type, 'cache-control': 'no-cache' }).end(content);
}).listen(port, '127.0.0.1');
