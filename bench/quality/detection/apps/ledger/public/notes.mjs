import { LedgerElement, esc, say } from './element.mjs';
import { nextId, open, save } from './store.mjs';

customElements.define('ledger-notes', class extends LedgerElement {
  async connectedCallback() {
    this.book = await open();
    this.edited = undefined;
    this.draw(`<p class="field"><label for="search">Search notes</label><input id="search" type="search"></p>
<div id="list"></div>
<section aria-labelledby="write"><h2 id="write">Write a note</h2>
<form novalidate>
<p class="field"><label for="title">Title</label><input id="title" maxlength="40" required aria-describedby="title-error"><span class="error" id="title-error"></span></p>
<p class="field"><label for="text">Note</label><textarea id="text" rows="4" maxlength="400" required aria-describedby="text-error"></textarea><span class="error" id="text-error"></span></p>
<div class="row"><button id="save">Save note</button> <button class="quiet" type="reset">Discard</button></div>
</form></section>`);
    this.on('form', 'submit', (event) => {
      event.preventDefault();
      this.save();
    });
    this.on('form', 'reset', () => {
      this.edited = undefined;
      this.mark({});
    });
    this.on('#search', 'input', () => this.list());
    this.list();
  }

  save() {
    const title = this.find('#title').value.trim();
    const text = this.find('#text').value.trim();
    const errors = {};
    if (!title) errors.title = 'A note needs a title.';
    if (text.length < 3) errors.text = 'Please write at least three characters.';
    if (!this.mark(errors)) return;
    if (this.edited) Object.assign(this.edited, { title, text });
    else this.book.notes.push({ id: nextId(this.book.notes), title, text });
    save();
    say(this.edited ? 'Note changed.' : 'Note saved.');
    this.find('form').reset();
    this.list();
  }

  list() {
    const wanted = this.find('#search').value.trim().toLowerCase();
    const shown = this.book.notes.filter((note) => `${note.title} ${note.text}`.toLowerCase().includes(wanted));
    this.find('#list').innerHTML = `<p role="status">${shown.length === 1 ? '1 note' : `${shown.length} notes`}</p>
<ul>${shown.map((note) => `<li><h2>${esc(note.title)}</h2><p>${esc(note.text)}</p>
<div class="row"><button class="quiet edit" data-id="${note.id}" aria-label="Edit ${esc(note.title)}">Edit</button> <button class="quiet delete" data-id="${note.id}" aria-label="Delete ${esc(note.title)}">Delete</button></div></li>`).join('')}</ul>`;
    const noteOf = (event) => this.book.notes.find((note) => note.id === Number(event.target.dataset.id));
    this.on('.edit', 'click', (event) => {
      this.edited = noteOf(event);
      this.find('#title').value = this.edited.title;
      this.find('#text').value = this.edited.text;
      this.find('#title').focus();
    });
    this.on('.delete', 'click', (event) => {
      this.book.notes = this.book.notes.filter((note) => note !== noteOf(event));
      save();
      say('Note deleted.');
      this.list();
    });
  }
});
