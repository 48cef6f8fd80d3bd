import { reactive, watch } from 'vue';

const key = 'harbour.bookings';
const offset = Number(document.querySelector('meta[name=clock-offset]').content);

export const store = reactive({ boats: [], bookings: [] });

export async function load() {
  const response = await fetch('/data.json');
  store.boats = (await response.json()).boats;
  store.bookings = read();
  watch(() => store.bookings, (bookings) => localStorage.setItem(key, JSON.stringify(bookings)), { deep: true });
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** A day as a date field writes it, so many days from today. */
export const day = (ahead = 0) => new Date(Date.now() + offset + ahead * 86_400_000).toISOString().slice(0, 10);

export const boatOf = (id) => store.boats.find((boat) => boat.id === Number(id));

/** What a hire costs: by the hour, a tenth less from four hours, and a fixed price for life jackets. */
export function priceOf(boat, hours, jackets) {
  const hire = boat.price * hours;
  const discount = hours >= 4 ? Math.round(hire * 10) / 100 : 0;
  return { hire, discount, jackets: jackets * 3, total: hire - discount + jackets * 3 };
}

export const money = (amount) => `£${amount.toFixed(2)}`;

export function add(booking) {
  const number = Math.max(100, ...store.bookings.map((one) => one.number)) + 1;
  store.bookings.push({ ...booking, number });
  return number;
}

export function cancel(number) {
  store.bookings = store.bookings.filter((one) => one.number !== number);
}
