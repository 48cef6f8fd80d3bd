// TestForge's own suite: made by its commands, run by its commands.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const children = new Set();
const program = fileURLToPath(new URL('../../../../testforge', import.meta.url));

/** Explores the healthy application and designs its suite. */
export async function make(app, url, folder, options) {
  const login = loginOf(app);
  await must(app, ['discover', url, '--out', folder, '--max-pages', '40', '--quiet', ...login, ...options.discover]);
  await must(app, ['design', '--out', folder, '--quiet', ...login, ...(app.disposable ? ['--allow-destructive'] : []), ...(options.visual ? ['--baselines', join(folder, 'baselines')] : []), ...(options.maxTests ? ['--max-tests', options.maxTests] : [])]);
  return { folder, cases: plan(folder).cases.length };
}

/** Runs the suite once on a copy of its folder; the failed cases are those whose verdict is "failed". */
export async function execute(app, suite, _url, folder, { viewport, first } = {}) {
  cpSync(suite.folder, folder, { recursive: true });
  rmSync(join(folder, 'results.json'), { force: true });
  const size = viewport ? ['--viewport', `${viewport.width}x${viewport.height}`] : [];
  const { code, said } = await call(app, ['execute', '--out', folder, '--quiet', ...loginOf(app), ...size, ...(first ? ['--fail-fast'] : [])]);
  if (!existsSync(join(folder, 'results.json'))) {
    // Signing in is part of the suite: when it does not work any more, nobody is left in doubt.
    const failed = /error (session\.login_failed|session\.renewal_failed): (.*)/.exec(said);
    if (failed) return { failed: [{ id: failed[1], title: 'Signing in', message: failed[2] }], unsettled: 0 };
    throw new Error(`testforge execute ended with ${code}: ${said.trim()}`);
  }

  const titles = new Map(plan(folder).cases.map((c) => [c.id, c.title]));
  const { cases } = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'));
  const last = (c) => c.attempts.at(-1)?.failure?.message ?? '';
  return {
    failed: cases.filter((c) => c.verdict === 'failed').map((c) => ({ id: c.caseId, title: titles.get(c.caseId), message: last(c) })),
    unsettled: cases.filter((c) => c.verdict === 'flaky' || c.verdict === 'healed').length,
  };
}

/** Ends what still runs. */
export function stop() {
  for (const child of children) child.kill('SIGTERM');
}

const plan = (folder) => JSON.parse(readFileSync(join(folder, 'test-plan.json'), 'utf8'));
const loginOf = (app) => (app.login ? ['--login', join(app.root, app.login.file)] : []);

async function must(app, words) {
  const { code, said } = await call(app, words);
  if (code !== 0) throw new Error(`testforge ${words[0]} ended with ${code}: ${said.trim()}`);
}

function call(app, words) {
  return new Promise((done, failed) => {
    const child = spawn(program, words, { env: { ...process.env, ...app.login?.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let said = '';
    const hear = (chunk) => { said = (said + chunk).slice(0, 4_000); };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', failed);
    child.on('close', (code) => {
      children.delete(child);
      done({ code, said });
    });
  });
}
