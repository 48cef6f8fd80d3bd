import { LedgerElement, esc } from './element.mjs';

customElements.define('ledger-toast', class extends LedgerElement {
  connectedCallback() {
    this.draw('<div role="status"></div>', `
div:not(:empty) { position: fixed; right: 16px; bottom: 16px; display: flex; gap: 12px; align-items: center; padding: 10px 16px; border-radius: 8px; background: #2c2410; color: #fff; }
button { padding: 2px 8px; }`);
  }

  show(text) {
    const place = this.find('div');
    place.innerHTML = `<span>${esc(text)}</span> <button class="quiet" aria-label="Close message">×</button>`;
    place.querySelector('button').addEventListener('click', () => { place.innerHTML = ''; });
  }
});
