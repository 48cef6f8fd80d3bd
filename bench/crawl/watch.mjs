// Runs a command and adds to the JSON line it ends with: peak memory of its whole process tree, and processor seconds by kind of process.
// With --over-time also its course: the median of each tenth of the time, for the whole tree and each kind of process.
// Memory is the sum of the proportional set sizes (PSS): pages that processes share count once.
// usage: node watch.mjs [--over-time] COMMAND [ARGUMENT...]
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const overTime = process.argv[2] === '--over-time';
const [command, ...args] = process.argv.slice(overTime ? 3 : 2);
const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
const ticks = 100;
const cpu = new Map();
const samples = [];

const read = (path) => { try { return readFileSync(path, 'utf8'); } catch { return ''; } };

function processes() {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${pid}/stat`);
    if (!stat) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    parents.set(Number(pid), { parent: Number(fields[1]), name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), seconds: (Number(fields[11]) + Number(fields[12])) / ticks });
  }
  const mine = (pid) => {
    for (let at = pid; at > 1; at = parents.get(at)?.parent ?? 0) if (at === child.pid) return true;
    return false;
  };
  return [...parents].filter(([pid]) => mine(pid));
}

function kindOf(pid, name) {
  if (!/chrom|headless/i.test(name)) return /node|MainThread/.test(name) ? 'node' : 'other';
  return /--type=([\w-]+)/.exec(read(`/proc/${pid}/cmdline`))?.[1] ?? 'browser';
}

function sample() {
  const memory = { all: 0 };
  for (const [pid, { name, seconds }] of processes()) {
    if (!cpu.has(pid)) cpu.set(pid, { kind: kindOf(pid, name), seconds });
    cpu.get(pid).seconds = seconds;
    const mebibytes = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
    memory.all += mebibytes;
    memory[cpu.get(pid).kind] = (memory[cpu.get(pid).kind] ?? 0) + mebibytes;
  }
  samples.push(memory);
}

const median = (numbers) => Math.round(numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0);

function course() {
  const tenth = (n, kind) => median(samples.slice(Math.floor(n * samples.length / 10), Math.floor((n + 1) * samples.length / 10)).map((sample) => sample[kind] ?? 0));
  const kinds = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return {
    memoryMiB: Object.fromEntries(kinds.map((kind) => [kind, Array.from({ length: 10 }, (_, n) => tenth(n, kind))])),
  };
}

const timer = setInterval(sample, 500);
let last = '';
createInterface({ input: child.stdout }).on('line', (line) => {
  if (line.startsWith('{')) last = line;
  else console.error(line);
});
child.on('close', (code) => {
  clearInterval(timer);
  if (!last) {
    console.error(`${command} ended with ${code} and without a result.`);
    process.exit(code || 1);
  }
  const kinds = {};
  for (const { kind, seconds } of cpu.values()) kinds[kind] = Number(((kinds[kind] ?? 0) + seconds).toFixed(2));
  console.log(JSON.stringify({ ...JSON.parse(last), peakMiB: Math.round(Math.max(0, ...samples.map((sample) => sample.all))), ...(overTime ? course() : {}), processorSeconds: kinds }));
  process.exit(code ?? 1);
});
