import { LedgerElement } from './element.mjs';

const pages = [['/', 'Expenses'], ['/reports', 'Reports'], ['/split', 'Split a bill'], ['/notes', 'Notes'], ['/settings', 'Settings'], ['/about', 'About']];

customElements.define('ledger-menu', class extends LedgerElement {
  connectedCallback() {
    this.draw(`<header><a class="brand" href="/"><img src="/coin.svg" alt="" width="28" height="28"> Pocket Ledger</a>
<button class="quiet" aria-expanded="false" aria-controls="pages">Menu</button>
<nav id="pages" aria-label="Main">${pages.map(([to, name]) => `<a href="${to}"${to === location.pathname ? ' aria-current="page"' : ''}>${name}</a>`).join('')}</nav></header>`, `
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 12px 24px; background: #4a3208; }
header a { color: #fff; }
.brand { display: flex; gap: 8px; align-items: center; font-size: 20px; font-weight: 700; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 8px 16px; }
nav a[aria-current] { font-weight: 700; }
header button { display: none; margin-left: auto; }
@media (max-width: 600px) {
  header button { display: block; }
  nav { display: none; width: 100%; flex-direction: column; }
  nav.open { display: flex; }
}`);
    this.on('button', 'click', (event) => {
      const open = this.find('nav').classList.toggle('open');
      event.target.setAttribute('aria-expanded', String(open));
    });
  }
});
