import { LedgerElement } from './element.mjs';
import { centsOf, money, open } from './store.mjs';

customElements.define('ledger-split', class extends LedgerElement {
  async connectedCallback() {
    await open();
    this.draw(`<form novalidate>
<p class="field"><label for="bill">Bill</label><input id="bill" inputmode="decimal" required aria-describedby="bill-error"><span class="error" id="bill-error"></span></p>
<p class="field"><label for="people">People</label><input id="people" type="number" min="1" max="30" value="2" required aria-describedby="people-error"><span class="error" id="people-error"></span></p>
<p class="field"><label for="tip">Tip</label><select id="tip"><option value="0">No tip</option><option value="5">5 %</option><option value="10" selected>10 %</option><option value="15">15 %</option></select></p>
<div class="row"><button>Split it</button> <button class="quiet" type="reset">Start again</button></div>
</form>
<p class="total" role="status" id="result"></p>`);
    this.on('form', 'submit', (event) => {
      event.preventDefault();
      this.split();
    });
    this.on('form', 'reset', () => {
      this.mark({});
      this.find('#result').textContent = '';
    });
  }

  split() {
    const bill = centsOf(this.find('#bill').value);
    const people = Number(this.find('#people').value);
    const errors = {};
    if (!bill) errors.bill = 'Please give an amount above zero, such as 48.60.';
    if (!Number.isInteger(people) || people < 1 || people > 30) errors.people = 'Please choose 1 to 30 people.';
    const result = this.find('#result');
    result.textContent = '';
    if (!this.mark(errors)) return;
    const total = Math.round(bill * (1 + Number(this.find('#tip').value) / 100));
    const each = Math.ceil(total / people);
    result.textContent = people === 1 ? `You pay ${money(total)}.` : `Each of ${people} pays ${money(each)}, ${money(total)} in total.`;
  }
});
