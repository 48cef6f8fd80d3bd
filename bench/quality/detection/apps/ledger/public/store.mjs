// What is kept in the browser: expenses, notes and settings.
const key = 'pocket-ledger';
const offset = Number(document.querySelector('meta[name=clock-offset]').content);
const day = 86_400_000;

export const categories = ['Food', 'Travel', 'Home', 'Leisure'];
export const currencies = { EUR: '€', GBP: '£', USD: '$' };
export const today = (ago = 0) => new Date(Date.now() + offset - ago * day).toISOString().slice(0, 10);

let book;

/** The book of this browser; a new visitor's begins with samples. */
export async function open() {
  if (book) return book;
  try {
    book = JSON.parse(localStorage.getItem(key));
  } catch {
    book = undefined;
  }
  if (!book) {
    const sample = await (await fetch('/sample.json')).json();
    book = {
      entries: sample.entries.map(({ daysAgo, ...entry }) => ({ ...entry, day: today(daysAgo) })),
      notes: sample.notes,
      settings: { currency: 'EUR', limit: 200 },
    };
  }
  return book;
}

export function save() {
  localStorage.setItem(key, JSON.stringify(book));
}

export function clear() {
  Object.assign(book, { entries: [], notes: [], settings: { currency: 'EUR', limit: 200 } });
  save();
}

export const nextId = (list) => Math.max(0, ...list.map((one) => one.id)) + 1;
export const sum = (entries) => entries.reduce((total, entry) => total + entry.cents, 0);
export const money = (cents) => `${currencies[book?.settings.currency ?? 'EUR']} ${(cents / 100).toFixed(2)}`;

/** Cents of what a person typed, or undefined when it is no amount above zero. */
export function centsOf(text) {
  const match = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  const cents = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
  return cents > 0 ? cents : undefined;
}
