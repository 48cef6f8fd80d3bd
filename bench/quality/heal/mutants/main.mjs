// Serves the sites on 127.0.0.1 and hands their addresses to the benchmark, which is C#: it calls the product's own browser and healing.
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { freePort, prepare, start } from '../../detection/lib/application.mjs';

const here = import.meta.dirname;
const root = resolve(here, '../../../..');
const bench = join(root, 'artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' };

const given = process.argv.slice(2);
const flag = (name, value) => {
  const at = given.indexOf(name);
  return at < 0 ? value : given.splice(at, 2)[1];
};
const seed = flag('--seed', '1');
const rounds = flag('--rounds', '1');
const pages = flag('--pages', '6');
const only = flag('--only', null);
const showHeld = given.includes('--show-held') ? ['--show-held'] : [];
const named = given.filter((word) => !word.startsWith('--'));

const work = mkdtempSync(join(tmpdir(), 'testforge-mutants-'));
const stops = [];

function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const wanted = join(folder, path);
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? join(wanted, 'index.html') : wanted;
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  stops.push(() => server.close());
  return new Promise((done) => { server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}/`)); });
}

/** Starts a program that prints its address and serves until it is ended. */
function run([program, ...words]) {
  const child = spawn(join(root, program), words, { cwd: work, stdio: ['ignore', 'pipe', 'inherit'] });
  stops.push(() => child.kill('SIGTERM'));
  return new Promise((done, failed) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const address = said.match(/https?:\/\/\S+/)?.[0];
      if (address) done(address);
    });
    child.on('exit', () => failed(new Error(`${program} ended: ${said}`)));
  });
}

async function addressOf(site) {
  if (site.url) return site.url;
  if (site.command) return run(site.command);
  const folder = resolve(here, site.folder);
  if (!existsSync(join(folder, 'app.json'))) return serve(folder);
  const app = { path: '/', ...JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')), root: folder };
  const started = await start(app, prepare(app, work), await freePort());
  stops.push(started.stop);
  return started.url;
}

const asSite = (word) => (/^https?:/.test(word) ? { name: new URL(word).host, url: word } : { name: basename(resolve(word)), folder: resolve(word) });
const sites = (named.length ? named.map(asSite) : JSON.parse(readFileSync(join(here, 'sites.json'), 'utf8'))).filter((s) => !only || only.split(',').includes(s.name));
try {
  for (const site of sites) site.url = new URL(site.start ?? '', await addressOf(site)).href;
  const list = join(work, 'sites.json');
  writeFileSync(list, JSON.stringify(sites));
  const child = spawn('dotnet', [bench, 'mutants', list, seed, rounds, pages, ...showHeld], { stdio: 'inherit' });
  process.exitCode = await new Promise((done) => { child.on('exit', (code) => done(code ?? 1)); });
} finally {
  for (const stop of stops) await stop();
  rmSync(work, { recursive: true, force: true });
}
