'use strict';

/** Writes one line of JSON for each attempt as soon as it ends, so that nothing is lost when the run is stopped. */
class LineReporter {
  printsToStdio() {
    return true;
  }

  onTestEnd(test, result) {
    write({
      kind: 'attempt',
      caseId: (test.annotations.find((a) => a.type === 'case') || {}).description || '',
      number: result.retry + 1,
      last: result.status === 'passed' || result.status === 'skipped' || result.retry >= test.retries,
      status: result.status,
      startedAt: result.startTime.toISOString(),
      milliseconds: Math.max(0, Math.round(result.duration)),
      steps: result.steps.filter((s) => s.category === 'test.step').map(stepOf),
      errors: result.errors.map(messageOf),
      attachments: result.attachments.filter((a) => a.path).map((a) => ({ name: a.name, path: a.path })),
    });
  }

  onError(error) {
    write({ kind: 'error', message: messageOf(error) });
  }
}

function stepOf(step) {
  return {
    title: step.title,
    passed: !step.error,
    milliseconds: Math.max(0, Math.round(step.duration)),
    calls: step.steps.filter((s) => s.category === 'pw:api' || s.category === 'test.step').map(stepOf),
  };
}

function messageOf(error) {
  return String(error.message || error.value || error.stack || 'unknown').replace(/\u001b\[[0-9;]*m/g, '').slice(0, 8000);
}

function write(line) {
  process.stdout.write(`testforge:${JSON.stringify(line)}\n`);
}

module.exports = LineReporter;
