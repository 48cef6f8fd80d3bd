// Serves the pages of the tracker and its API.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { change, clockOffset, comment, create, errorsOf, issues, labels, people, priorities, remove } from './store.mjs';

const port = Number(process.argv[2]);
const read = (path) => readFileSync(new URL(path, import.meta.url));
const script = 'text/javascript; charset=utf-8';
const files = {
  '/app.mjs': [script, read('public/app.mjs')],
  '/parts.mjs': [script, read('public/parts.mjs')],
  '/views.mjs': [script, read('public/views.mjs')],
  '/forms.mjs': [script, read('public/forms.mjs')],
  '/style.css': ['text/css; charset=utf-8', read('public/style.css')],
  '/logo.svg': ['image/svg+xml', read('public/logo.svg')],
  '/vendor/react.js': [script, read('node_modules/react/umd/react.production.min.js')],
  '/vendor/react-dom.js': [script, read('node_modules/react-dom/umd/react-dom.production.min.js')],
  '/vendor/htm.mjs': [script, read('node_modules/htm/dist/htm.module.js')],
};
const shell = String(read('public/index.html')).replace('{offset}', clockOffset);
const routes = /^\/(?:|issues|issues\/new|issues\/\d+|issues\/\d+\/edit|team|overview|help)$/;
const headers = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

async function jsonOf(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 20_000) return undefined;
  }
  try {
    const value = JSON.parse(text || '{}');
    return value && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

function send(response, status, value) {
  if (value === undefined) return response.writeHead(status).end();
  return response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value));
}

async function api(request, response, path) {
  const { method } = request;
  const input = method === 'GET' || method === 'DELETE' ? {} : await jsonOf(request);
  if (!input) return send(response, 400, { message: 'This is not JSON.' });
  if (path === '/choices' && method === 'GET') return send(response, 200, { labels, people, priorities });
  if (path === '/issues' && method === 'GET') return send(response, 200, issues);
  if (path === '/issues' && method === 'POST') {
    const errors = errorsOf(input);
    return Object.keys(errors).length ? send(response, 422, { errors }) : send(response, 201, create(input));
  }

  const [, id, rest] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
  const issue = issues.find((one) => one.id === Number(id));
  if (!issue) return send(response, 404, { message: 'There is no such issue.' });
  if (rest && method === 'POST') {
    const added = comment(issue, input);
    return added ? send(response, 201, added) : send(response, 422, { errors: { text: 'Please write something.' } });
  }
  if (method === 'GET') return send(response, 200, issue);
  if (method === 'PUT') {
    const errors = errorsOf(input);
    return Object.keys(errors).length ? send(response, 422, { errors }) : send(response, 200, change(issue, input));
  }
  if (method === 'DELETE') {
    remove(issue);
    return send(response, 204);
  }
  return send(response, 405, { message: 'Not allowed.' });
}

const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  if (pathname.startsWith('/api/')) {
    api(request, response, pathname.slice(4)).catch((error) => {
      console.error(error);
      if (!response.headersSent) send(response, 500, { message: 'Something went wrong.' });
    });
    return;
  }

  const file = files[pathname];
  if (file) return response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
  response.writeHead(routes.test(pathname) ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(shell);
});
server.listen(port, '127.0.0.1');
