// Comforts only: the shop works without this file.
document.querySelector('form.filters select[name=sort]')?.addEventListener('change', (event) => event.target.form.requestSubmit());
document.querySelector('form.filters select[name=category]')?.addEventListener('change', (event) => event.target.form.requestSubmit());

const message = document.querySelector('textarea[name=message]');
if (message) {
  const left = document.createElement('p');
  left.className = 'hint';
  left.setAttribute('role', 'status');
  const show = () => { left.textContent = `${500 - message.value.length} characters left`; };
  message.addEventListener('input', show);
  message.closest('p').after(left);
  show();
}
