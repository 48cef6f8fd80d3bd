// Serves what needs no server of its own: Docsify showing a folder of Markdown, and Swagger UI showing an API description.
// usage: node serve.mjs docsify|swagger PORT [MARKDOWN_FOLDER]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const [which, port, folder] = process.argv.slice(2);
const modules = join(import.meta.dirname, 'node_modules');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.md': 'text/markdown', '.json': 'application/json', '.png': 'image/png' };

const docsify = {
  '/': { type: 'text/html', text: '<!doctype html><html lang="en"><meta charset="utf-8"><title>Documents</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/dist/themes/core.css"><div id="app"></div><script>window.$docsify = { name: "Documents", homepage: "README.md" }</script><script src="/dist/docsify.min.js"></script></html>' },
};
const reply = { description: 'What was asked for' };
const of = (name) => ({
  [`/${name}`]: { get: { tags: [name], summary: `List ${name}`, responses: { 200: reply } }, post: { tags: [name], summary: `Create one of ${name}`, responses: { 201: reply } } },
  [`/${name}/{id}`]: {
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
    get: { tags: [name], summary: `Show one of ${name}`, responses: { 200: reply } },
    put: { tags: [name], summary: `Change one of ${name}`, responses: { 200: reply } },
  },
});
const swagger = {
  '/swagger-initializer.js': { type: 'text/javascript', text: 'window.ui = SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: "StandaloneLayout" });' },
  '/openapi.json': { type: 'application/json', text: JSON.stringify({ openapi: '3.0.3', info: { title: 'Library', version: '1' }, paths: { ...of('books'), ...of('readers'), ...of('loans') } }) },
};

const made = which === 'docsify' ? docsify : swagger;
const roots = which === 'docsify' ? [join(modules, 'docsify'), folder] : [join(modules, 'swagger-ui-dist')];

async function answer(path) {
  if (made[path]) return made[path];
  for (const root of roots) {
    const file = join(root, normalize(path === '/' ? '/index.html' : path));
    try {
      return { type: types[extname(file)] ?? 'application/octet-stream', text: await readFile(file) };
    } catch { /* the next root may have it */ }
  }
  return null;
}

// What cannot be read as an address is no reason for the server to end.
function pathOf(request) {
  try {
    return decodeURIComponent(request.url.split('?')[0]);
  } catch {
    return '/none';
  }
}

createServer(async (request, response) => {
  const found = await answer(pathOf(request));
  response.writeHead(found ? 200 : 404, { 'Content-Type': found?.type ?? 'text/plain' });
  response.end(found?.text ?? 'There is no such file.');
}).listen(Number(port), '127.0.0.1');
