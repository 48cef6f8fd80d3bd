// Serves the application; its components are compiled when the server starts. Bookings stay in the browser.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { compileScript, parse } from 'vue/compiler-sfc';
import { boats } from './boats.mjs';
import { picture } from './pictures.mjs';

const port = Number(process.argv[2]);
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const offset = Number(process.env.NOW ?? 0) * 86_400_000;

/** A component as a module that a browser can load. */
function compiled(name) {
  const { descriptor, errors } = parse(read(`src/${name}`), { filename: name });
  if (errors.length) throw errors[0];
  const { content } = compileScript(descriptor, { id: name, inlineTemplate: true, isProd: true });
  return content;
}

const script = 'text/javascript; charset=utf-8';
const files = new Map([
  ['/', ['text/html; charset=utf-8', read('index.html').replace('{offset}', offset)]],
  ['/style.css', ['text/css; charset=utf-8', read('style.css')]],
  ['/data.json', ['application/json', JSON.stringify({ boats })]],
  ['/vendor/vue.mjs', [script, read('node_modules/vue/dist/vue.runtime.esm-browser.prod.js')]],
  ['/icon.svg', ['image/svg+xml', picture(3)]],
  ...boats.map((boat) => [`/pictures/${boat.id}.svg`, ['image/svg+xml', picture(boat.id)]]),
  ...readdirSync(new URL('src', import.meta.url)).map((name) => [
    `/src/${name}`,
    [script, (name.endsWith('.vue') ? compiled(name) : read(`src/${name}`)).replaceAll(/from (['"])vue\1/g, "from '/vendor/vue.mjs'")],
  ]),
]);
const headers = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

createServer((request, response) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const file = files.get(new URL(request.url, 'http://127.0.0.1').pathname);
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
  response.writeHead(200, { 'content-type': file[0], 'cache-control': 'no-cache' }).end(file[1]);
}).listen(port, '127.0.0.1');
