(() => {
  const state = document.getElementById('stock-state');
  const table = document.getElementById('stock');
  const filter = document.getElementById('stock-filter');
  const keep = { all: () => true, low: (p) => p.stock < 10, out: (p) => p.stock === 0 };
  let products = [];

  const cell = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const show = () => {
    const shown = products.filter(keep[filter.value]);
    table.tBodies[0].replaceChildren(...shown.map((product) => {
      const row = document.createElement('tr');
      const name = cell('th', '');
      name.scope = 'row';
      const link = cell('a', product.name);
      link.href = product.path;
      name.append(link);
      row.append(name, cell('td', product.category), cell('td', product.stock === 0 ? 'Sold out' : product.stock));
      return row;
    }));
    table.hidden = false;
    state.textContent = shown.length === 1 ? '1 product' : `${shown.length} products`;
  };
  const load = async () => {
    state.textContent = 'Loading the stock…';
    try {
      const answer = await fetch('/api/stock');
      products = await answer.json();
      show();
    } catch {
      state.textContent = 'The stock cannot be shown at the moment.';
    }
  };
  filter.addEventListener('change', show);
  document.getElementById('stock-reload').addEventListener('click', load);
  load();
})();
