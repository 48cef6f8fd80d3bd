// usage: table.mjs RESULTS...: the confusion table, the cases of the open part that came out wrong, and one line of JSON.
import fs from 'node:fs';
import { seeds } from './seeds.mjs';

const diagnoses = new Map(process.argv.slice(2).flatMap((file) => JSON.parse(fs.readFileSync(file, 'utf8')).cases).map((c) => [c.caseId, c.diagnosis]));
const judged = seeds.map((s) => ({ ...s, got: diagnoses.get(s.id)?.class ?? 'none', evidence: diagnoses.get(s.id)?.evidence ?? [] }));
const classes = [...new Set(seeds.map((s) => s.class))];
const columns = [...new Set([...classes, ...judged.map((s) => s.got)])];
const short = (name) => name.slice(0, 9).padStart(10);

console.log(''.padEnd(14) + columns.map(short).join(''));
for (const row of classes) {
  console.log(row.padEnd(14) + columns.map((c) => short(String(judged.filter((s) => s.class === row && s.got === c).length || '.'))).join(''));
}
for (const s of judged.filter((s) => !s.held && s.got !== s.class)) console.log(`wrong: ${s.id}: ${s.got}: ${s.evidence.join(' | ')}`);

const share = (all) => ({ cases: all.length, right: all.filter((s) => s.got === s.class).length });
console.log(JSON.stringify({
  ...share(judged), open: share(judged.filter((s) => !s.held)), heldOut: share(judged.filter((s) => s.held)),
  byClass: Object.fromEntries(classes.map((c) => [c, share(judged.filter((s) => s.class === c))])),
}));
