import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, prepare, readApplications, start, withFault } from './lib/application.mjs';
import { readOptions } from './lib/options.mjs';
import { addFault, addScore, line, noScore } from './lib/score.mjs';

// Healthy reruns: other data, another day and another window each. Addresses of the healthy version exist in all of them.
const reruns = [
  { seed: 1, offset: 1, viewport: { width: 1440, height: 900 } },
  { seed: 2, offset: 40, viewport: { width: 1920, height: 1080 } },
  { seed: 3, offset: -200, viewport: { width: 1024, height: 768 } },
  { seed: 4, offset: 365, viewport: { width: 1366, height: 640 } },
  { seed: 5, offset: 1000, viewport: { width: 820, height: 1180 } },
];

const running = new Set();
const options = readOptions(process.argv.slice(2));
const work = options.keep ?? mkdtempSync(join(tmpdir(), 'detection-'));
mkdirSync(work, { recursive: true });
process.on('exit', () => { if (!options.keep) rmSync(work, { recursive: true, force: true }); });
const tool = options.check ? undefined : await import(options.rival ? './lib/smoke.mjs' : './lib/testforge.mjs');
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => { stopAll().finally(() => process.exit(130)); });

const names = options.rival ? { rival: options.rival } : {};
const total = noScore();
const records = [];
for (const app of applications()) {
  if (options.only.length && !options.only.includes(app.name)) continue;
  app.faults = app.faults.filter((f) => (options.held || !f.held) && (!options.faultIds.length || options.faultIds.includes(f.id)));
  const score = noScore();
  const started = Date.now();
  try {
    await (options.check ? check(app, score) : measure(app, score));
  } catch (error) {
    score.errors++;
    complain(`${app.name}: ${error.message}`);
  }
  score.seconds = (Date.now() - started) / 1_000;
  addScore(total, score);
  console.log(line({ ...names, application: app.name }, score));
}

if (options.keep) writeFileSync(join(work, 'results.json'), JSON.stringify(records, null, 1));
if (total.errors) complain(`${total.errors} of the benchmark's own errors, listed above: what they concern was not measured.`);
console.log(line(names, total));
process.exitCode = total.errors ? 1 : 0;

function applications() {
  try {
    return readApplications(options.folder);
  } catch (error) {
    complain(error.message);
    process.exit(2);
  }
}

/** Applies every patch and starts what comes of it. */
async function check(app, score) {
  const base = prepare(app, work);
  const port = await freePort();
  await within(app, base, port, {}, async () => {});
  for (const fault of app.faults) {
    addFault(score, fault, false);
    try {
      await within(app, withFault(app, base, fault, work), port, {}, async () => {});
    } catch (error) {
      score.errors++;
      complain(`${app.name}/${fault.id}: ${error.message}`);
    }
  }
}

async function measure(app, score) {
  const base = prepare(app, work);
  const port = await freePort();
  const suite = await within(app, base, port, {}, (url) => tool.make(app, url, join(work, app.name, 'suite'), options));
  await tool.settle?.(app, suite, (task) => within(app, base, port, {}, task));
  score.cases = suite.cases;
  const control = await within(app, base, port, {}, (url) => tool.execute(app, suite, url, join(work, app.name, 'control')));
  // A case that fails on the very version it was made from says nothing about a fault.
  const broken = new Set(control.failed.map((one) => one.id));
  score.broken = broken.size;
  record({ app: app.name, control: true, unsettled: control.unsettled, failed: control.failed });
  console.log(`${app.name}/control  ${broken.size} of ${suite.cases} cases fail on a fresh start of the version they were made from`);
  for (const one of control.failed) console.log(`  ${said(one)}`);
  if (options.reruns) await rerun(app, base, port, suite, score);
  if (!options.faults) return;
  let hidden = 0;
  for (const fault of app.faults) {
    const name = fault.held && !options.showHeld ? `held ${++hidden}` : fault.id;
    const about = fault.held && !options.showHeld ? '' : `${fault.kind}: ${fault.description}`;
    try {
      const folder = withFault(app, base, fault, work);
      const out = join(work, app.name, `run-${fault.id}`);
      const run = await within(app, folder, port, {}, (url) => tool.execute(app, suite, url, out, { first: broken.size === 0 && !options.allCases }));
      const failed = run.failed.filter((one) => !broken.has(one.id));
      addFault(score, fault, failed.length > 0);
      record({ app: app.name, fault: fault.id, kind: fault.kind, held: fault.held === true, caught: failed.length > 0, unsettled: run.unsettled, failed });
      // The last word on faults kept out of sight is their number.
      if (about) console.log(`${app.name}/${name}  ${failed.length ? 'caught' : 'MISSED'}  ${about}${by(failed)}`);
      if (!options.keep) rmSync(out, { recursive: true, force: true });
    } catch (error) {
      addFault(score, fault, false);
      score.errors++;
      complain(`${app.name}/${name}: ${error.message}`);
    }
  }
}

async function rerun(app, base, port, suite, score) {
  for (const world of reruns) {
    const out = join(work, app.name, `healthy-${world.seed}`);
    const { failed, unsettled } = await within(app, base, port, world, (url) => tool.execute(app, suite, url, out, world));
    score.falseAlarms += failed.length;
    record({ app: app.name, rerun: world.seed, unsettled, failed });
    const size = `${world.viewport.width}x${world.viewport.height}`;
    console.log(`${app.name}/healthy ${world.seed}  ${failed.length} false alarms  (data ${world.seed}, ${world.offset} days, ${size})`);
    for (const one of failed) console.log(`  ${said(one)}`);
  }
}

async function within(app, folder, port, world, task) {
  const server = await start(app, folder, port, world);
  running.add(server);
  try {
    return await task(server.url);
  } finally {
    running.delete(server);
    await server.stop();
  }
}

function stopAll() {
  tool?.stop();
  return Promise.all([...running].map((server) => server.stop()));
}

function said(one) {
  return `${one.id}: ${one.message.split('\n')[0].slice(0, 160)}`;
}

function by(failed) {
  return failed.length ? `  [${failed[0].id}${failed.length > 1 ? ` and ${failed.length - 1} more` : ''}]` : '';
}

function record(entry) {
  if (!entry.held || options.showHeld) records.push(entry);
}

function complain(message) {
  console.error(`BENCHMARK ERROR  ${message}`);
}
