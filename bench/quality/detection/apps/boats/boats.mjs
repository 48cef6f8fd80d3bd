// The boats for hire. SEED chooses other names, prices and more of them; the numbers in addresses stay valid.
const seed = Number(process.env.SEED ?? 0);
let state = (seed * 7919 + 5) >>> 0;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const names = [
  ['Sandpiper', 'Curlew', 'Redshank', 'Dunlin', 'Turnstone', 'Avocet', 'Plover', 'Whimbrel', 'Knot', 'Ruff', 'Godwit', 'Snipe'],
  ['Selkie', 'Nixie', 'Undine', 'Naiad', 'Triton', 'Nereid', 'Kelpie', 'Siren', 'Rusalka', 'Morgen', 'Sedna', 'Thetis'],
][seed % 2];
const kinds = ['rowing boat', 'kayak', 'dinghy', 'canoe'];

export const boats = Array.from({ length: 8 + (seed % 3) * 2 }, (_, i) => ({
  id: i + 1,
  name: names[(i + random(2) * seed) % names.length],
  kind: kinds[i % kinds.length],
  seats: [4, 1, 6, 2][i % 4],
  price: 8 + [6, 0, 12, 2][i % 4] + random(5),
  motor: i % 4 === 2,
}));
