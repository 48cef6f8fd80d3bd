import { LedgerElement, esc } from './element.mjs';

/** Its sections, each with a title, become questions that open one at a time. */
customElements.define('ledger-accordion', class extends LedgerElement {
  connectedCallback() {
    const parts = [...this.querySelectorAll('section')].map((part) => [part.title, part.innerHTML]);
    this.draw(parts.map(([title, content], i) => `<h2><button class="quiet" aria-expanded="false" aria-controls="part-${i}" id="head-${i}">${esc(title)}</button></h2>
<div id="part-${i}" role="region" aria-labelledby="head-${i}" hidden>${content}</div>`).join(''));
    this.on('h2 button', 'click', (event) => {
      for (const button of this.shadowRoot.querySelectorAll('h2 button')) {
        const open = button === event.target && button.getAttribute('aria-expanded') === 'false';
        button.setAttribute('aria-expanded', String(open));
        this.find(`#${button.getAttribute('aria-controls')}`).hidden = !open;
      }
    });
  }
});
