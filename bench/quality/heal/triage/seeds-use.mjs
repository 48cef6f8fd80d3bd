// Failures where the element is there and cannot be used, or the form or the data do not allow it.
import { button, cart, check, choose, click, css, customer, fill, form, label, link, open, pay, saved, says, sees, shell, shows, step, testId } from './pages.mjs';

const veil = 'position: fixed; inset: 0; background: #0008';

export const overlay = {
  'cookie-banner': { page: cart(), fault: cart(`<div style="${veil}"><div style="background: #fff; padding: 40px"><h2>Offers for you</h2><button>Show me</button></div></div>`), steps: pay },
  'modal-dialog': { page: cart(), fault: cart('<dialog><h2>Rate us</h2><p>How do you like the shop?</p></dialog><script>document.querySelector("dialog").showModal()</script>'), steps: pay },
  'dialog-hides-the-rest': { page: cart(), fault: cart().replace('<main>', '<main aria-hidden="true">').replace('</body>', `<div role="dialog" aria-modal="true" aria-label="Newsletter" style="${veil}">Subscribe</div></body>`), steps: [open(), click(button('Pay now'))] },
  'chat-window': { page: cart(), fault: cart('<div style="position: fixed; left: 0; bottom: 0; width: 100%; height: 90%; background: #eef">Chat with us</div>'), steps: pay },
  'clear-film': { page: cart(), fault: cart('<div class="film" style="position: fixed; inset: 0"></div>'), steps: pay },
  'sticky-bar': { page: cart(), fault: cart('<div style="position: fixed; top: 0; left: 0; right: 0; height: 100vh; background: #ffd">New: free delivery</div>'), steps: pay },
  'frame-over-all': { page: cart(), fault: cart(`<iframe srcdoc="Advertisement" style="${veil}; width: 100%; height: 100%"></iframe>`), steps: pay },
  'tooltip-over-button': { page: cart(), fault: cart('<style>[data-testid=pay] { position: relative } .tip { position: absolute; left: 0; right: 0; top: 0; height: 600px; background: #fff }</style><div class="tip">Hint of the day</div>'), steps: pay },
  'inert-behind-dialog': { page: cart(), fault: cart().replace('<main>', '<main inert>').replace('</body>', `<div role="alertdialog" aria-label="Session note" style="${veil}"><p>Still there?</p><button>Yes</button></div></body>`), steps: pay },
  'menu-left-open': { page: cart(), fault: cart('<ul style="position: absolute; inset: 0; background: #fff; margin: 0"><li>Tools</li><li>Garden</li></ul>'), steps: pay },
  'covered-link': { page: { page: shell('Start', '<a href="next">Continue</a>'), next: shell('Next', '<h1>Next</h1>') }, fault: { page: shell('Start', `<a href="next">Continue</a><div id="promo" style="${veil}"></div>`) }, steps: [open(), click(link('Continue')), sees('Next')] },
  'covered-field': { page: { page: form(''), saved }, fault: { page: form('', `<div style="${veil}"></div>`) }, steps: customer },
};

const narrow = (rule) => `<style>@media (max-width: 700px) { ${rule} }</style>`;

// These run in a window of 480 by 400 once the fault is on; the rule is harmless in the window of the design.
export const viewport = {
  'navigation-folds': { small: true, page: shell('Start', '<h1>Start</h1>'), fault: shell('Start', '<h1>Start</h1>', narrow('nav { display: none }')), steps: [open(), shows(link('Orders'))] },
  'link-folds': { small: true, page: shell('Start', '<h1>Start</h1>'), fault: shell('Start', '<h1>Start</h1>', narrow('nav a { display: none }')), steps: [open(), click(link('Help'))] },
  'column-is-left-out': { small: true, page: cart(), fault: cart(narrow('[data-testid=total] { display: none }')), steps: [open(), says(testId('total'), 'Total 42.50'), shows(testId('total'))] },
  'button-is-left-out': { small: true, page: cart(), fault: cart(narrow('[data-testid=pay] { visibility: hidden }')), steps: pay },
  'pushed-out-of-the-window': { small: true, page: cart(), fault: cart(narrow('[data-testid=pay] { position: fixed; left: -400px }')), steps: pay },
  'drawer-slides-out': { small: true, page: shell('Start', '<aside><button>Filter</button></aside>'), fault: shell('Start', '<aside><button>Filter</button></aside>', narrow('aside { position: fixed; right: -300px; width: 200px }')), steps: [open(), click(button('Filter'))] },
  'script-takes-it-away': { small: true, page: cart(), fault: cart('<script>const m = matchMedia("(max-width: 700px)"), b = document.querySelector("[data-testid=pay]"), place = () => { if (m.matches) b.remove(); else document.querySelector("main").append(b) }; m.onchange = place; place()</script>'), steps: pay },
  'short-label-in-small-window': { small: true, page: cart(), fault: cart('<script>const m = matchMedia("(max-width: 700px)"), b = document.querySelector("[data-testid=pay]"), place = () => { b.textContent = m.matches ? "€" : "Pay now" }; m.onchange = place; place()</script>'), steps: [open(), click(button('Pay now'))] },
  'text-is-cut': { small: true, page: cart(), fault: cart(narrow('h1 { display: none }')), steps: [open(), sees('Your cart')] },
  'field-is-left-out': { small: true, page: { page: form('<p class="more"><label>City <input name="city"></label></p>'), saved }, fault: { page: form('<p class="more"><label>City <input name="city"></label></p>', narrow('.more { display: none }')) }, steps: [open(), fill(label('City'), 'Oslo')] },
  'bar-covers-in-small-window': { small: true, page: cart(), fault: cart(narrow('.bar { position: fixed; inset: 0 }') + '<div class="bar"></div>'), steps: pay },
};

export const formState = {
  'disabled-until-agreed': { page: { page: form(''), saved }, fault: { page: form('<p><label><input type="checkbox" onchange="document.querySelector(\'button\').disabled = !this.checked"> I agree</label></p>').replace('<button>', '<button disabled>') }, steps: customer },
  'fieldset-disabled': { page: { page: form(''), saved }, fault: { page: form('').replace('<form', '<fieldset disabled><form').replace('</form>', '</form></fieldset>') }, steps: customer },
  'read-only': { page: { page: form(''), saved }, fault: { page: form('').replace('name="email"', 'readonly name="email"') }, steps: customer },
  'further-field-required': { page: { page: form(''), saved }, fault: { page: form('<p><label>VAT number <input name="vat" required></label></p>') }, steps: customer },
  'pattern-tightened': { page: { page: form(''), saved }, fault: { page: form('').replace('name="name"', 'name="name" pattern="[A-Z]{3}-\\d+"') }, steps: customer },
  'refused-by-the-page': { page: { page: form(''), saved }, fault: { page: form('', '<script>document.querySelector("form").onsubmit = (e) => { e.preventDefault(); const f = document.querySelector("[name=email]"); f.setAttribute("aria-invalid", "true"); f.insertAdjacentHTML("afterend", "<p role=alert>Use your work address</p>") }</script>') }, steps: customer },
  'refused-by-the-server': { page: { page: form(''), saved }, fault: { saved: form('').replace('name="name"', 'name="name" aria-invalid="true" value="Ann Larsen"') }, steps: customer },
  'option-is-gone': { page: form('<p><label for="c">Country</label> <select id="c" name="c"><option>Norway</option><option>Sweden</option></select></p>'), fault: form('<p><label for="c">Country</label> <select id="c" name="c"><option>Norway</option><option>Denmark</option></select></p>'), steps: [open(), choose(label('Country'), 'Sweden')] },
  'checkbox-disabled': { page: form('<p><label><input type="checkbox"> Newsletter</label></p>'), fault: form('<p><label><input type="checkbox" disabled> Newsletter</label></p>'), steps: [open(), check(label('Newsletter'))] },
  'folded-away': { page: form('<details open><summary>More</summary><p><label>City <input name="city"></label></p></details>'), fault: form('<details><summary>More</summary><p><label>City <input name="city"></label></p></details>'), steps: [open(), fill(label('City'), 'Oslo')] },
  'on-another-tab': { page: form('<div role="tabpanel" id="more"><label>City <input name="city"></label></div>'), fault: form('<button type="button" role="tab" aria-controls="more" aria-selected="false">Address</button><div role="tabpanel" id="more" hidden><label>City <input name="city"></label></div>'), steps: [open(), fill(css('[name=city]'), 'Oslo')] },
  'link-button-off': { page: cart(), fault: cart().replace('<button data', '<button aria-disabled="true" data'), steps: pay },
};

const refuses = (answer, code, words) => answer.writeHead(code, { 'content-type': 'text/html' }).end(form('', `<p role="alert">${words}</p>`));
const says400 = (words, code = 200) => ({ page: { page: form(''), saved }, fault: { saved: (a) => refuses(a, code, words) }, steps: customer });

export const data = {
  'conflict-409': says400('Please choose another.', 409),
  'name-taken': says400('This name is already taken.'),
  'mail-registered': says400('An account with this e-mail is already registered.'),
  'exists': says400('Customer already exists.'),
  'has-been-taken-422': says400('Name has already been taken', 422),
  'must-be-unique': says400('The e-mail must be unique.'),
  'duplicate-key': says400('Duplicate entry for name'),
  'german': says400('Ein Kunde mit diesem Namen existiert bereits.'),
  'french': says400('Cette adresse est déjà utilisée.'),
  'in-use': says400('That address is already in use by another customer.'),
  'api-409': { page: { page: form('', '<script>document.querySelector("form").onsubmit = (e) => { e.preventDefault(); fetch("api", { method: "POST" }).then((r) => { if (r.ok) document.querySelector("h1").textContent = "Customer saved" }) }</script>'), api: (a) => a.writeHead(200).end('{}') }, fault: { api: (a) => a.writeHead(409).end('{}') }, steps: customer },
  'taken-and-marked': { page: { page: form(''), saved }, fault: { saved: form('').replace('<input name="name"', '<input aria-invalid="true" value="Ann Larsen" name="name"').replace('</form>', '<p>That customer already exists</p></form>') }, steps: customer },
};
