import { LedgerElement, esc } from './element.mjs';
import { categories, money, open, sum } from './store.mjs';

const tabs = [['category', 'By category'], ['day', 'By day'], ['largest', 'Largest']];
const table = (head, rows) => `<div class="wide"><table><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`;

customElements.define('ledger-reports', class extends LedgerElement {
  async connectedCallback() {
    this.book = await open();
    const { entries, settings } = this.book;
    const total = sum(entries);
    this.draw(`<p class="total">${money(total)} of ${money(settings.limit * 100)} spent</p>
${total > settings.limit * 100 ? `<p role="status">You are ${money(total - settings.limit * 100)} above your limit.</p>` : `<p role="status">${money(settings.limit * 100 - total)} left.</p>`}
<div role="tablist" aria-label="Reports">${tabs.map(([id, name], i) => `<button role="tab" class="quiet" id="tab-${id}" aria-controls="panel-${id}" aria-selected="${i === 0}" tabindex="${i === 0 ? 0 : -1}">${name}</button>`).join(' ')}</div>
${tabs.map(([id], i) => `<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}"${i === 0 ? '' : ' hidden'}>${this[id](entries)}</div>`).join('')}`, `
[role=tab][aria-selected=true] { background: #7a4a00; color: #fff; }`);
    this.on('[role=tab]', 'click', (event) => this.select(event.target));
    this.on('[role=tab]', 'keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const all = [...this.shadowRoot.querySelectorAll('[role=tab]')];
      this.select(all[(all.indexOf(event.target) + step + all.length) % all.length]);
    });
  }

  select(tab) {
    for (const one of this.shadowRoot.querySelectorAll('[role=tab]')) {
      const chosen = one === tab;
      one.setAttribute('aria-selected', String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      this.find(`#${one.getAttribute('aria-controls')}`).hidden = !chosen;
    }
    tab.focus();
  }

  category(entries) {
    const rows = categories.map((name) => [name, entries.filter((entry) => entry.category === name)]);
    return table(['Category', 'Expenses', 'Sum'], rows.map(([name, list]) => [name, list.length, money(sum(list))]));
  }

  day(entries) {
    const days = [...new Set(entries.map((entry) => entry.day))].sort().reverse();
    return table(['Day', 'Sum'], days.map((day) => [day, money(sum(entries.filter((entry) => entry.day === day)))]));
  }

  largest(entries) {
    return table(['What for', 'Amount'], [...entries].sort((a, b) => b.cents - a.cents).slice(0, 5).map((entry) => [esc(entry.text), money(entry.cents)]));
  }
});
