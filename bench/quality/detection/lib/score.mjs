/** What one application, or all of them, came to. */
export const noScore = () => ({ faults: 0, caught: 0, heldFaults: 0, heldCaught: 0, falseAlarms: 0, cases: 0, broken: 0, errors: 0, seconds: 0 });

export function addFault(score, fault, caught) {
  if (fault.held) {
    score.heldFaults++;
    score.heldCaught += caught ? 1 : 0;
  } else {
    score.faults++;
    score.caught += caught ? 1 : 0;
  }
}

export function addScore(total, score) {
  for (const key of Object.keys(total)) total[key] += score[key];
}

export const line = (names, score) => JSON.stringify({ benchmark: 'detection', ...names, ...score, seconds: Math.round(score.seconds) });
