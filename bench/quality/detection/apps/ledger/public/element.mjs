const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const esc = (text) => String(text ?? '').replace(/[&<>"]/g, (sign) => signs[sign]);

const styles = `
:host { display: block; }
* { box-sizing: border-box; font: inherit; }
h2 { font-size: 20px; font-weight: 700; margin: 20px 0 8px; }
a { color: #7a4a00; }
.row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; }
.field { margin: 10px 0; }
.field label { display: block; font-weight: 600; }
input, select, textarea { padding: 6px 8px; border: 1px solid #857a66; border-radius: 4px; max-width: 100%; background: #fff; color: inherit; }
textarea { width: 460px; }
button { padding: 7px 14px; border: 0; border-radius: 6px; background: #7a4a00; color: #fff; cursor: pointer; }
button.quiet { background: #efe5d2; color: #33270f; }
.error { display: block; color: #a3160b; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid #e0d5bf; }
th { font-weight: 700; }
.total { font-size: 18px; font-weight: 700; }
ul { list-style: none; padding: 0; }
`;

/** A component that draws itself into its shadow root. */
export class LedgerElement extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  draw(markup, more = '') {
    this.shadowRoot.innerHTML = `<style>${styles}${more}</style>${markup}`;
  }

  find(selector) {
    return this.shadowRoot.querySelector(selector);
  }

  on(selector, event, handler) {
    for (const found of this.shadowRoot.querySelectorAll(selector)) found.addEventListener(event, handler);
  }

  /** Shows messages beside their fields and takes away those of before. */
  mark(errors) {
    for (const message of this.shadowRoot.querySelectorAll('.error')) message.textContent = '';
    for (const field of this.shadowRoot.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    for (const [name, text] of Object.entries(errors)) {
      this.find(`#${name}`).setAttribute('aria-invalid', 'true');
      this.find(`#${name}-error`).textContent = text;
    }
    return Object.keys(errors).length === 0;
  }
}

export const say = (text) => document.querySelector('ledger-toast').show(text);
