// Reads "tool start end" lines, one pair a round, and prints one JSON line.
import { readFileSync } from 'node:fs';

const [cases, workers] = process.argv.slice(2).map(Number);
const seconds = { 'in-process': [], playwright: [] };
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const [tool, start, end] = line.split(' ');
  seconds[tool].push(Number(end) - Number(start));
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 100) / 100;
const ratios = seconds.playwright.map((value, i) => value / seconds['in-process'][i]);
console.log(JSON.stringify({
  cases, workers, rounds: ratios.length,
  inProcess: round(median(seconds['in-process'])), playwright: round(median(seconds.playwright)),
  ratio: round(median(ratios)), ratioMin: round(Math.min(...ratios)), ratioMax: round(Math.max(...ratios)),
}));
