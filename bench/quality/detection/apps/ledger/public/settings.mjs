import { LedgerElement, say } from './element.mjs';
import { clear, currencies, open, save } from './store.mjs';

customElements.define('ledger-settings', class extends LedgerElement {
  async connectedCallback() {
    this.book = await open();
    this.draw(`<form novalidate>
<p class="field"><label for="currency">Currency</label><select id="currency">${Object.entries(currencies).map(([code, sign]) => `<option value="${code}"${code === this.book.settings.currency ? ' selected' : ''}>${code} (${sign})</option>`).join('')}</select></p>
<p class="field"><label for="limit">Monthly limit</label><input id="limit" type="number" min="1" max="10000" value="${this.book.settings.limit}" required aria-describedby="limit-error"><span class="error" id="limit-error"></span></p>
<button>Save settings</button>
</form>
<section aria-labelledby="anew"><h2 id="anew">Start anew</h2>
<p>Removes all expenses and notes from this browser.</p>
<button class="quiet" id="clear">Remove everything</button>
<dialog aria-labelledby="sure"><h2 id="sure">Remove everything?</h2><div class="row"><button id="yes">Remove</button> <button class="quiet" id="no">Keep it</button></div></dialog></section>`, `
dialog { border: 0; border-radius: 10px; padding: 20px 28px; }
dialog::backdrop { background: rgb(40 28 4 / 60%); }`);
    this.on('form', 'submit', (event) => {
      event.preventDefault();
      const limit = Number(this.find('#limit').value);
      if (!this.mark(Number.isInteger(limit) && limit >= 1 && limit <= 10_000 ? {} : { limit: 'The limit is a whole number from 1 to 10000.' })) return;
      Object.assign(this.book.settings, { currency: this.find('#currency').value, limit });
      save();
      say('Settings saved.');
    });
    const dialog = this.find('dialog');
    this.on('#clear', 'click', () => dialog.showModal());
    this.on('#no', 'click', () => dialog.close());
    this.on('#yes', 'click', () => {
      clear();
      dialog.close();
      say('Everything is removed.');
    });
  }
});
