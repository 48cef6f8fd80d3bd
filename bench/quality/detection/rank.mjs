// What each technique's cases have caught and cost, for src/TestForge.Engine/Design/Ranking/detection.json.
// usage: run.sh --all-cases --no-held --no-reruns --max-tests 200 --keep DIR, then: node rank.mjs DIR
// A fault that several cases catch counts for each of them by its share: two cases that catch the same are worth one.
// Held faults are left out, whatever the folder has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [dir] = process.argv.slice(2);
if (!dir) {
  console.error('usage: node rank.mjs DIR');
  process.exit(2);
}

const read = (...path) => JSON.parse(readFileSync(join(dir, ...path), 'utf8'));
const records = read('results.json').filter((r) => r.fault && !r.held);
const techniques = new Map();
const of = (name) => techniques.get(name) ?? techniques.set(name, { cases: 0, caught: 0, seconds: 0 }).get(name);

for (const app of new Set(records.map((r) => r.app))) {
  const technique = new Map(read(app, 'suite', 'test-plan.json').cases.map((c) => [c.id, c.technique]));
  for (const { caseId, attempts } of read(app, 'control', 'results.json').cases) {
    const entry = of(technique.get(caseId));
    entry.cases++;
    entry.seconds += attempts.reduce((sum, a) => sum + a.milliseconds, 0) / 1000;
  }

  for (const { failed } of records.filter((r) => r.app === app)) {
    const known = failed.filter((f) => technique.has(f.id));
    for (const { id } of known) of(technique.get(id)).caught += 1 / known.length;
  }
}

const round = (value, digits) => Number(value.toFixed(digits));
const rows = [...techniques].sort(([a], [b]) => a.localeCompare(b));
console.log(JSON.stringify(Object.fromEntries(rows.map(([name, t]) => [name, { cases: t.cases, caught: round(t.caught, 2), seconds: round(t.seconds / t.cases, 2) }])), null, 2));
