// What a new visitor finds. SEED chooses other entries, amounts and more of them.
const seed = Number(process.env.SEED ?? 0);
let state = (seed * 6151 + 3) >>> 0;
const random = (below) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const things = {
  Food: [['Bread and cheese', 'Market vegetables', 'Lunch'], ['Apples', 'Noodle soup', 'Coffee beans']][seed % 2],
  Travel: [['Tram ticket', 'Bicycle repair'], ['Bus pass', 'Train to the coast']][seed % 2],
  Home: [['Light bulbs', 'Paint'], ['Soap', 'Screws']][seed % 2],
  Leisure: [['Cinema', 'Paperback'], ['Museum', 'Concert']][seed % 2],
};
const categories = Object.keys(things);

export const entries = Array.from({ length: 7 + (seed % 4) * 2 }, (_, i) => {
  const category = categories[i % categories.length];
  return { id: i + 1, text: things[category][random(things[category].length)], category, cents: 150 + random(4_500), daysAgo: i };
});
export const notes = Array.from({ length: 2 + (seed % 3) }, (_, i) => ({
  id: i + 1,
  title: [['Shopping list', 'Ideas for summer', 'Repairs', 'Books'], ['Packing list', 'Garden plan', 'Letters', 'Films']][seed % 2][i],
  text: ['Milk, oats and two lemons.', 'Ask Jo about the tent.', 'The gate squeaks.', 'The one with the lighthouse.'][(i + seed) % 4],
}));
