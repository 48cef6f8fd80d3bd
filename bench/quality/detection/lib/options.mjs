import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';

export const usage = `usage: run.sh [FOLDER] [options] [-- options for 'testforge discover']
  FOLDER         applications with their faults; default: the folder 'apps' beside this script
  --only APP     this application alone; may be repeated
  --fault ID     this fault alone; may be repeated
  --no-held      leave out the faults kept out of sight, for tuning
  --show-held    name the faults kept out of sight; without it only their numbers are told
  --no-faults    only the healthy reruns
  --no-reruns    only the faults
  --rival smoke  score a smoke suite made by a plain crawler in the place of TestForge's
  --visual       also compare pictures with baselines, as 'testforge design --visual' does
  --max-tests N  cases of the suite, as of 'testforge design'; default: 50
  --all-cases    run every case against each fault, not only until one catches it; what rank.mjs reads
  --keep DIR     keep the runs and the results there
  --check        only see that every patch applies and every patched application starts`;

/** Reads the command line; says what is wrong and ends otherwise. */
export function readOptions(words) {
  const options = {
    folder: fileURLToPath(new URL('../apps', import.meta.url)), only: [], faultIds: [], held: true, showHeld: false,
    faults: true, reruns: true, rival: undefined, maxTests: '50', visual: false, allCases: false, keep: undefined, check: false, discover: [],
  };
  const take = (name) => words.shift() ?? fail(`${name} needs a value.`);
  while (words.length) {
    const word = words.shift();
    if (word === '--') options.discover = words.splice(0);
    else if (word === '--help' || word === '-h') { console.log(usage); process.exit(0); }
    else if (word === '--only') options.only.push(take(word));
    else if (word === '--fault') options.faultIds.push(take(word));
    else if (word === '--no-held') options.held = false;
    else if (word === '--show-held') options.showHeld = true;
    else if (word === '--no-faults') options.faults = false;
    else if (word === '--no-reruns') options.reruns = false;
    else if (word === '--rival') options.rival = take(word);
    else if (word === '--visual') options.visual = true;
    else if (word === '--max-tests') options.maxTests = take(word);
    else if (word === '--all-cases') options.allCases = true;
    else if (word === '--keep') options.keep = resolve(take(word));
    else if (word === '--check') options.check = true;
    else if (word.startsWith('-')) fail(`There is no option ${word}.`);
    else options.folder = resolve(word);
  }
  if (options.rival && options.rival !== 'smoke') fail(`There is no rival ${options.rival}; there is: smoke.`);
  return options;
}

function fail(message) {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}
