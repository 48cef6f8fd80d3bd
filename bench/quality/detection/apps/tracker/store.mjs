// The issues, in memory. SEED chooses other people, titles and more of them; the numbers in addresses stay valid.
const seed = Number(process.env.SEED ?? 0);
const offset = Number(process.env.NOW ?? 0);
const day = 86_400_000;
let state = (seed * 40503 + 11) >>> 0;
const random = (below) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

export const now = () => new Date(Date.now() + offset * day);
export const clockOffset = offset * day;
export const labels = ['bug', 'feature', 'question', 'documentation'];
export const priorities = ['low', 'normal', 'high'];
export const people = [
  ['Ada Moss', 'Ben Okoro', 'Cleo Varga', 'Dan Ruiz'],
  ['Elif Demir', 'Finn Larsen', 'Greta Holm', 'Hugo Blanc'],
  ['Ines Prado', 'Jonas Weber', 'Kiran Rao', 'Lea Fontaine', 'Mika Salo'],
][seed % 3];

const parts = [
  ['Login page', 'Export', 'Invoice', 'Search box', 'Settings', 'Calendar', 'Report', 'Upload'],
  ['Sign-up form', 'Import', 'Receipt', 'Filter bar', 'Profile', 'Timeline', 'Dashboard', 'Download'],
][seed % 2];
const troubles = ['shows an empty page', 'needs a shorter text', 'loses the last entry', 'is slow on Mondays', 'should remember the choice', 'uses the wrong colour'];

export const issues = Array.from({ length: 14 + (seed % 5) * 3 }, (_, i) => {
  const created = now().getTime() - (2 + i * 3) * day;
  return {
    id: i + 1,
    title: `${parts[i % parts.length]} ${troubles[(i + random(3)) % troubles.length]}`,
    text: `Seen by ${people[random(people.length)]}. It happens ${2 + random(7)} times a week.`,
    label: labels[(i + random(2)) % labels.length],
    priority: priorities[random(3)],
    owner: people[i % people.length],
    open: i % 3 !== 2,
    created: new Date(created).toISOString(),
    comments: Array.from({ length: i % 3 }, () => ({ by: people[random(people.length)], text: 'I can see this too.', at: new Date(created + day).toISOString() })),
  };
});
let last = issues.length;

/** Messages by field; empty when all is well. */
export function errorsOf(issue) {
  const errors = {};
  const title = typeof issue.title === 'string' ? issue.title.trim() : '';
  if (title.length < 5) errors.title = 'The title needs at least five characters.';
  else if (title.length > 80) errors.title = 'The title may have at most 80 characters.';
  if (!labels.includes(issue.label)) errors.label = 'Please choose a label.';
  if (!priorities.includes(issue.priority)) errors.priority = 'Please choose a priority.';
  if (issue.owner && !people.includes(issue.owner)) errors.owner = 'This person is not in the team.';
  return errors;
}

const fieldsOf = ({ title, text, label, priority, owner }) => ({ title: title.trim(), text: String(text ?? '').slice(0, 2_000), label, priority, owner: owner || null });

export function create(input) {
  const issue = { id: ++last, ...fieldsOf(input), open: true, created: now().toISOString(), comments: [] };
  issues.unshift(issue);
  return issue;
}

export function change(issue, input) {
  return Object.assign(issue, fieldsOf(input), typeof input.open === 'boolean' ? { open: input.open } : {});
}

export function remove(issue) {
  issues.splice(issues.indexOf(issue), 1);
}

export function comment(issue, input) {
  const text = String(input.text ?? '').trim();
  if (text.length < 2) return undefined;
  const added = { by: 'You', text: text.slice(0, 500), at: now().toISOString() };
  issue.comments.push(added);
  return added;
}
