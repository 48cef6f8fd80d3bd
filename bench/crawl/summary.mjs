// Turns the lines of all rounds into medians and ratios, as one JSON line.
import { createInterface } from 'node:readline';

const rates = { testforge: [], crawlee: [], 'bare-loop': [] };
const pages = {};
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.startsWith('{')) continue;
  const round = JSON.parse(line);
  rates[round.tool].push(round.pagesPerSecond);
  (pages[round.tool] ??= new Set()).add(round.pages);
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const silent = Object.keys(rates).filter((tool) => rates[tool].length === 0);
if (silent.length > 0) {
  console.error(`No result from ${silent.join(', ')}.`);
  process.exit(1);
}

const visited = new Set(Object.values(pages).flatMap((set) => [...set]));
if (visited.size !== 1) {
  console.error(`The tools did not visit the same number of pages: ${JSON.stringify(Object.fromEntries(Object.entries(pages).map(([tool, set]) => [tool, [...set]])))}`);
  process.exit(1);
}

const [testforge, crawlee, bareLoop] = [median(rates.testforge), median(rates.crawlee), median(rates['bare-loop'])];
const round = (number) => Number(number.toFixed(2));
console.log(JSON.stringify({
  pages: [...visited][0], testforge, crawlee, bareLoop, ratioToCrawlee: round(testforge / crawlee), ratioToBareLoop: round(testforge / bareLoop),
}));
