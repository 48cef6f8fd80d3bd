// The applications of a folder: read, copied, patched, started and stopped.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';

const startSeconds = 30;

/** The applications of a folder with their faults, checked for what is missing. */
export function readApplications(folder) {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'app.json'))).sort();
  if (!names.length) throw new Error(`${folder} holds no application: none of its folders has an app.json.`);
  return names.map((name) => {
    const root = join(folder, name);
    const app = readJson(join(root, 'app.json'));
    if (!app.name || !app.start) throw new Error(`${root}/app.json needs 'name' and 'start'.`);
    const list = join(root, 'faults', 'faults.json');
    const faults = existsSync(list) ? readJson(list) : [];
    for (const fault of faults) {
      fault.patch = join(root, 'faults', `${fault.id}.patch`);
      if (!fault.id || !fault.kind || !fault.description) throw new Error(`${list}: a fault needs 'id', 'kind' and 'description'.`);
      if (!existsSync(fault.patch)) throw new Error(`${list}: ${fault.id} has no patch file.`);
    }
    return { ...app, root, faults, path: app.path ?? '/' };
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error.message}`);
  }
}

/** A copy of the healthy application that is ready to start. The others share its installed packages. */
export function prepare(app, work) {
  const base = join(work, app.name, 'healthy');
  copy(app.root, base);
  if (existsSync(join(app.root, 'node_modules'))) symlinkSync(join(app.root, 'node_modules'), join(base, 'node_modules'));
  else if (app.setup) run(app.setup, base);
  else if (existsSync(join(base, 'package-lock.json'))) run(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'], base);
  return base;
}

/** Another copy, with the fault in it. Throws when the patch does not apply. */
export function withFault(app, base, fault, work) {
  const folder = join(work, app.name, `fault-${fault.id}`);
  copy(app.root, folder);
  if (existsSync(join(base, 'node_modules'))) symlinkSync(join(base, 'node_modules'), join(folder, 'node_modules'));
  const done = spawnSync('patch', ['-p1', '-f', '-s', '--no-backup-if-mismatch', '-i', fault.patch], { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The patch does not apply: ${(done.stdout + done.stderr).trim()}`);
  return folder;
}

function copy(from, to) {
  mkdirSync(to, { recursive: true });
  // What describes the faults is not part of the application, which might serve its own folder.
  const left = new Set(['node_modules', 'faults', 'app.json']);
  cpSync(from, to, { recursive: true, filter: (source) => !left.has(relative(from, source)) });
}

function run(command, folder) {
  const [program, ...words] = typeof command === 'string' ? ['sh', '-c', command] : command;
  const done = spawnSync(program, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`'${[program, ...words].join(' ')}' failed in ${folder}.`);
}

export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().on('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts the application and waits until it answers. */
export async function start(app, folder, port, { seed, offset } = {}) {
  const command = typeof app.start === 'string' ? ['sh', '-c', app.start] : app.start;
  const [program, ...words] = command.map((word) => word.replaceAll('{port}', port));
  const env = { ...process.env, ...app.environment };
  delete env[app.data];
  delete env[app.time];
  if (app.data && seed !== undefined) env[app.data] = String(seed);
  if (app.time && offset !== undefined) env[app.time] = String(offset);
  // A process group of its own, so that a shell's children end with it.
  const child = spawn(program, words, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let ended = false;
  const hear = (chunk) => { said = (said + chunk).slice(-2_000); };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.on('error', (error) => { hear(error.message); ended = true; });
  const exit = new Promise((done) => child.on('close', () => { ended = true; done(); }));
  const stop = async () => {
    signal(child, 'SIGTERM');
    const timer = setTimeout(() => signal(child, 'SIGKILL'), 3_000);
    await exit;
    clearTimeout(timer);
  };
  const url = `http://127.0.0.1:${port}${app.path}`;
  const until = Date.now() + startSeconds * 1_000;
  while (!(await answers(url))) {
    if (ended) throw new Error(`The application does not start: ${said.trim()}`);
    if (Date.now() > until) {
      await stop();
      throw new Error(`The application did not answer at ${url} within ${startSeconds} seconds: ${said.trim()}`);
    }
    await new Promise((done) => { setTimeout(done, 50); });
  }
  return { url, stop };
}

function signal(child, name) {
  try {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, name);
  } catch {
    // It has ended by itself.
  }
}

async function answers(url) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
