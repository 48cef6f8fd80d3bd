// What the shop sells. SEED chooses other names, prices and a larger stock list; the numbers in addresses stay valid.
const seed = Number(process.env.SEED ?? 0);

/** A small generator of numbers that are the same for the same seed. */
function generator(start) {
  let state = (start * 2654435761 + 97) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = generator(seed);
const pick = (list) => list[random(list.length)];

export const categories = ['Tents', 'Packs', 'Lamps', 'Stoves'];
const makers = [
  ['Alder', 'Brae', 'Corrie', 'Dunlin', 'Esker', 'Fjord', 'Gorse', 'Heron'],
  ['Kestrel', 'Larch', 'Merlin', 'Nevis', 'Osprey', 'Plover', 'Quarry', 'Rowan'],
][seed % 2];
const kinds = {
  Tents: ['tunnel tent', 'dome tent', 'family tent', 'tarp'],
  Packs: ['day pack', 'trekking pack', 'hip pack', 'dry bag'],
  Lamps: ['head lamp', 'lantern', 'torch', 'string light'],
  Stoves: ['gas stove', 'wood stove', 'cook set', 'kettle'],
};
const basePrice = { Tents: 140, Packs: 60, Lamps: 18, Stoves: 32 };

export const products = Array.from({ length: 22 + (seed % 4) * 2 }, (_, i) => {
  const category = categories[i % categories.length];
  const kind = kinds[category][Math.floor(i / 4) % 4];
  const maker = makers[(i * 3 + random(2)) % makers.length];
  return {
    id: i + 1,
    name: `${maker} ${kind}${i >= 16 ? ' II' : ''}`,
    category,
    cents: (basePrice[category] + random(60)) * 100 + pick([0, 50, 90, 95]),
    stock: 8 + random(30),
    text: `A ${kind} by ${maker}, made to be repaired. Weighs ${200 + random(40) * 25} grams and comes with a guarantee of ${2 + random(4)} years.`,
  };
});

export const vouchers = { SPRING10: 10, TRAIL20: 20 };
export const customer = {
  email: 'mara@fernfell.example',
  password: 'Trail-2020-x',
  name: seed ? pick(['Robin Lindqvist', 'Noor Haddad', 'Iva Petrova', 'Tom Okafor']) : 'Mara Jansen',
};

const day = 86_400_000;
export const now = () => new Date(Date.now() + Number(process.env.NOW ?? 0) * day);

export const orders = Array.from({ length: 3 + (seed % 3) }, (_, i) => {
  const lines = [products[random(products.length)], products[random(products.length)]].map((p) => ({ name: p.name, cents: p.cents, count: 1 + random(2) }));
  const goods = lines.reduce((sum, line) => sum + line.cents * line.count, 0);
  return { id: 1001 + i, email: customer.email, at: new Date(now().getTime() - (30 - i * 7) * day), lines, total: goods + (goods >= 10_000 ? 0 : 590) };
});
