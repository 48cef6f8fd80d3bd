// The healthy pages that faults are put into, and the words that seeds are written in.

export const shell = (title, main, head = '') => `<!doctype html><html lang="en"><head><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>body { font: 16px sans-serif; margin: 0 } main, header, footer { padding: 16px } .row { display: flex; gap: 12px }</style>${head}</head>
<body><header><nav aria-label="Main"><a href="home">Home</a> <a href="orders">Orders</a> <a href="help">Help</a></nav></header>
<main>${main}</main><footer><p>Northwind Tools, since 1987. All prices in euros.</p></footer></body></html>`;

export const form = (fields, extra = '', after = 'saved') => shell('New customer', `<h1>New customer</h1>
<form action="${after}" method="get"><p><label>Name <input name="name" required></label></p><p><label>E-mail <input name="email" type="email" required></label></p>
${fields}<p><button>Save customer</button></p></form>${extra}`);

export const saved = shell('Saved', '<h1>Customer saved</h1><p>You can find it in the list.</p><a href="list">Back to the list</a>');

export const cart = (body = '', total = '42.50') => shell('Cart', `<h1>Your cart</h1><ul><li>Hammer 12.50</li><li>Saw 30.00</li></ul>
<p data-testid="total">Total ${total}</p><button data-testid="pay" onclick="document.getElementById('state').textContent = 'Order placed'">Pay now</button><p id="state" role="status"></p>${body}`);

export const app = (script, body = '<ul id="list" aria-label="Orders"></ul>') => shell('Orders', `<h1>Orders</h1>${body}<script>${script}</script>`);

/** A list that a script fills from an answer of the server. */
export const fetched = (path = 'api', body) => app(`fetch('${path}').then((r) => r.json()).then((all) => {
  for (const o of all) document.getElementById('list').insertAdjacentHTML('beforeend', '<li><button>Open order ' + o + '</button></li>');
});`, body);

export const role = (value, name) => ({ kind: 'role', value, name });
export const button = (name) => role('button', name);
export const link = (name) => role('link', name);
export const label = (value) => ({ kind: 'label', value });
export const testId = (value) => ({ kind: 'test-id', value });
export const css = (value) => ({ kind: 'css', value });
export const text = (value) => ({ kind: 'text', value });
export const placeholder = (value) => ({ kind: 'placeholder', value });

export const open = (page = 'page') => ({ kind: 'navigate', path: page });
export const click = (locator) => ({ kind: 'click', locator });
export const fill = (locator, value) => ({ kind: 'fill', locator, value });
export const choose = (locator, option) => ({ kind: 'choose', locator, option });
export const check = (locator, checked = true) => ({ kind: 'set-checked', locator, checked });
export const sees = (t) => ({ kind: 'expect-page-text', text: t });
export const shows = (locator) => ({ kind: 'expect-visible', locator });
export const says = (locator, t) => ({ kind: 'expect-text', locator, text: t });
export const titled = (title) => ({ kind: 'expect-title', title });
export const at = (path) => ({ kind: 'expect-url', path });
export const step = (kind, more) => ({ kind, ...more });

export const customer = [open(), fill(label('Name'), 'Ann Larsen'), fill(label('E-mail'), 'ann@northwind.example'), click(button('Save customer')), sees('Customer saved')];
export const pay = [open(), click(testId('pay')), says(css('#state'), 'Order placed')];
