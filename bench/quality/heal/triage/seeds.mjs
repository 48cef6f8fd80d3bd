// All seeded failures, with the class that each is of by its making. Of every class each third seed is held out: rules are
// written without looking at how those come out.
import * as surroundings from './seeds-surroundings.mjs';
import * as use from './seeds-use.mjs';
import * as change from './seeds-change.mjs';

const classes = {
  'locator-drift': change.drift, assertion: change.assertion, timing: surroundings.timing, environment: surroundings.environment,
  overlay: use.overlay, viewport: use.viewport, 'form-state': use.formState, data: use.data, flaky: surroundings.flaky,
};

const byName = (pages) => (typeof pages === 'object' ? pages : { page: pages });

export const seeds = Object.entries(classes).flatMap(([name, all]) => Object.entries(all).map(([id, seed], i) => ({
  id: `${name}-${id}`, class: name, held: i % 3 === 2, small: seed.small === true, steps: seed.steps,
  healthy: byName(seed.page), faulty: { ...byName(seed.page), ...byName(seed.fault) },
})));
