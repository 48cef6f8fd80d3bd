// Runs a command and adds to the JSON line it ends with: peak memory of its whole process tree, and processor seconds by kind of process.
// Memory is the sum of the proportional set sizes (PSS): pages that processes share count once.
// usage: node watch.mjs COMMAND [ARGUMENT...]
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
const ticks = 100;
const cpu = new Map();
let peak = 0;

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
  let kilobytes = 0;
  for (const [pid, { name, seconds }] of processes()) {
    if (!cpu.has(pid)) cpu.set(pid, { kind: kindOf(pid, name), seconds });
    cpu.get(pid).seconds = seconds;
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  }
  peak = Math.max(peak, kilobytes / 1024);
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
  console.log(JSON.stringify({ ...JSON.parse(last), peakMiB: Math.round(peak), processorSeconds: kinds }));
  process.exit(code ?? 1);
});
