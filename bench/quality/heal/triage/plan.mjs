// usage: plan.mjs URL large|small > test-plan.json: one case for each seed, as a person would write it.
import { seeds } from './seeds.mjs';

const [url, size] = process.argv.slice(2);
const elements = [];

function element(seed, locator) {
  const id = `p1.e${elements.length + 1}`;
  elements.push({ id, pageId: 'p1', name: `${seed.id} ${locator.name ?? locator.value}`, locator, print: printOf(locator) });
  return id;
}

const printOf = ({ kind, value, name }) => ({
  tag: kind === 'role' ? { link: 'a', heading: 'h1' }[value] ?? value : kind === 'label' || kind === 'placeholder' ? 'input' : value.startsWith('#') || value === 'total' ? 'p' : kind === 'test-id' ? 'button' : 'input',
  role: kind === 'role' ? value : '', name: name ?? '', text: name, testId: kind === 'test-id' ? value : undefined, label: kind === 'label' ? value : undefined, css: kind === 'css' ? value : '',
});

const cases = seeds.filter((s) => s.small === (size === 'small')).map((seed) => {
  const known = new Map();
  const steps = seed.steps.map(({ locator, ...action }) => {
    const key = locator && JSON.stringify(locator);
    if (locator && !known.has(key)) known.set(key, element(seed, locator));
    const done = { ...action, ...(action.kind === 'navigate' ? { path: `/${seed.id}/${action.path}` } : {}), ...(locator ? { elementId: known.get(key) } : {}) };
    return { keyword: action.kind.startsWith('expect') ? 'then' : 'when', text: action.kind, action: done };
  });
  return { id: seed.id, title: seed.id, featureId: 'all', technique: 'seeded', pageIds: ['p1'], steps };
});

console.log(JSON.stringify({
  version: 1, target: url, features: [{ id: 'all', title: 'All', description: 'Seeded failures.' }], cases, elements,
  pages: [{ id: 'p1', name: 'Page', path: '/' }],
}, null, 1));
