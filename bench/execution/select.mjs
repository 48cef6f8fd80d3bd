// Prints a pattern that matches the titles of the first cases of a plan.
import { readFileSync } from 'node:fs';

const [folder, count] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(`${folder}/test-plan.json`, 'utf8'));
const chosen = plan.cases.slice(0, Number(count));
if (chosen.length < Number(count)) console.error(`The plan has only ${chosen.length} cases.`);
const escaped = chosen.map((testCase) => testCase.title.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
console.log(`(${escaped.join('|')})( @|$)`);
