import { LedgerElement, esc, say } from './element.mjs';
import { categories, centsOf, money, nextId, open, save, sum, today } from './store.mjs';

const options = (list) => list.map((one) => `<option>${one}</option>`).join('');

customElements.define('ledger-expenses', class extends LedgerElement {
  async connectedCallback() {
    this.book = await open();
    this.draw(`<section aria-labelledby="new"><h2 id="new">New expense</h2>
<form novalidate>
<div class="row">
<p class="field"><label for="text">What for?</label><input id="text" maxlength="60" required aria-describedby="text-error"><span class="error" id="text-error"></span></p>
<p class="field"><label for="amount">Amount</label><input id="amount" inputmode="decimal" required aria-describedby="amount-error"><span class="error" id="amount-error"></span></p>
<p class="field"><label for="category">Category</label><select id="category">${options(categories)}</select></p>
<p class="field"><label for="day">Day</label><input id="day" type="date" value="${today()}" max="${today()}" required aria-describedby="day-error"><span class="error" id="day-error"></span></p>
</div>
<button>Add expense</button>
</form></section>
<section aria-labelledby="all"><h2 id="all">All expenses</h2>
<div class="row">
<p class="field"><label for="search">Search</label><input id="search" type="search"></p>
<p class="field"><label for="only">Show category</label><select id="only"><option value="">All</option>${options(categories)}</select></p>
<p class="field"><label for="order">Sort by</label><select id="order"><option value="day">Day</option><option value="amount">Amount</option></select></p>
</div>
<div id="list"></div></section>`);
    this.on('form', 'submit', (event) => {
      event.preventDefault();
      this.add();
    });
    this.on('#search', 'input', () => this.list());
    this.on('#only, #order', 'change', () => this.list());
    this.list();
  }

  add() {
    const value = (name) => this.find(`#${name}`).value;
    const cents = centsOf(value('amount'));
    const errors = {};
    if (value('text').trim().length < 2) errors.text = 'Please say what it was for.';
    if (!cents) errors.amount = 'Please give an amount above zero, such as 4.50.';
    if (!value('day')) errors.day = 'Please choose a day.';
    else if (value('day') > today()) errors.day = 'The day must not be in the future.';
    if (!this.mark(errors)) return;
    this.book.entries.push({ id: nextId(this.book.entries), text: value('text').trim(), category: value('category'), cents, day: value('day') });
    save();
    this.find('form').reset();
    this.find('#text').focus();
    say('Expense added.');
    this.list();
  }

  remove(id) {
    this.book.entries = this.book.entries.filter((entry) => entry.id !== id);
    save();
    say('Expense removed.');
    this.list();
  }

  list() {
    const text = this.find('#search').value.trim().toLowerCase();
    const only = this.find('#only').value;
    const byAmount = this.find('#order').value === 'amount';
    const shown = this.book.entries
      .filter((entry) => (!only || entry.category === only) && entry.text.toLowerCase().includes(text))
      .sort((a, b) => (byAmount ? b.cents - a.cents : b.day.localeCompare(a.day)));
    this.find('#list').innerHTML = `<p role="status">${shown.length === 1 ? '1 expense' : `${shown.length} expenses`}</p>
${shown.length ? `<div class="wide"><table><thead><tr><th scope="col">Day</th><th scope="col">What for</th><th scope="col">Category</th><th scope="col">Amount</th><th scope="col">Action</th></tr></thead>
<tbody>${shown.map((e) => `<tr><td>${e.day}</td><td>${esc(e.text)}</td><td>${e.category}</td><td>${money(e.cents)}</td><td><button class="quiet" data-id="${e.id}" aria-label="Remove ${esc(e.text)}">Remove</button></td></tr>`).join('')}</tbody></table></div>` : '<p>Nothing to show.</p>'}
<p class="total">Total: ${money(sum(shown))}</p>`;
    this.on('#list button', 'click', (event) => this.remove(Number(event.target.dataset.id)));
  }
});
