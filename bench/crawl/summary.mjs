// Turns the lines of all rounds into medians and ratios, as one JSON line.
// usage: node summary.mjs [SITE]      where SITE is "shop", the tools may visit different numbers of pages
import { createInterface } from 'node:readline';

const rounds = { testforge: [], crawlee: [], 'bare-loop': [] };
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.startsWith('{')) continue;
  const round = JSON.parse(line);
  rounds[round.tool].push(round);
}

const silent = Object.keys(rounds).filter((tool) => rounds[tool].length === 0);
if (silent.length > 0) {
  console.error(`No result from ${silent.join(', ')}.`);
  process.exit(1);
}

const counts = Object.values(rounds).flat().map((round) => round.visited ?? round.pages);
if (process.argv[2] !== 'shop' && new Set(counts).size !== 1) {
  console.error(`The tools did not visit the same number of pages: ${counts.join(', ')}`);
  process.exit(1);
}

const round = (number) => Number(number.toFixed(2));
const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const of = (tool, measure) => median(rounds[tool].map(measure));
const rate = (tool) => of(tool, (r) => r.pagesPerSecond);
const tools = Object.fromEntries(Object.keys(rounds).map((tool) => [tool, {
  pagesPerSecond: round(rate(tool)), visited: of(tool, (r) => r.visited ?? r.pages), kept: of(tool, (r) => r.pages), seconds: round(of(tool, (r) => r.seconds)),
}]));
// Two tools one after the other saw the same machine; the median over rounds of their ratio is steadier than the ratio of medians.
const ratioTo = (tool) => round(median(rounds.testforge.map((r, i) => r.pagesPerSecond / rounds[tool][i].pagesPerSecond)));
console.log(JSON.stringify({ rounds: rounds.testforge.length, ...tools, ratioToCrawlee: ratioTo('crawlee'), ratioToBareLoop: ratioTo('bare-loop') }));
