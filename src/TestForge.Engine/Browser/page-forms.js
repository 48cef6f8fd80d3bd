  // Part of page-facts.js: forms, their fields, and fields that act together without a form.

  const IGNORED_TYPES = new Set(['hidden', 'submit', 'button', 'reset', 'image']);
  function fieldType(field) {
    if (field.localName !== 'input') return field.localName;
    const type = (field.getAttribute('type') || 'text').toLowerCase();
    return IGNORED_TYPES.has(type) ? null : type;
  }

  const number = (element, name) => {
    const value = parseInt(element.getAttribute(name), 10);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  function fieldOf(field) {
    const type = fieldType(field);
    return {
      element: indexOf.get(field) ?? -1,
      name: attribute(field, 'name'),
      type,
      label: nameOf(field, roleOf(field)) || clean(field.placeholder) || clean(field.name) || clean(field.id),
      required: field.required || field.getAttribute('aria-required') === 'true',
      minLength: number(field, 'minlength'),
      maxLength: number(field, 'maxlength'),
      min: attribute(field, 'min'),
      max: attribute(field, 'max'),
      step: attribute(field, 'step'),
      pattern: attribute(field, 'pattern'),
      inputMode: attribute(field, 'inputmode'),
      autocomplete: attribute(field, 'autocomplete'),
      accept: type === 'file' ? attribute(field, 'accept')?.slice(0, 500) : undefined,
      options: field.localName === 'select'
        ? [...field.options].filter((o) => !o.disabled && o.value !== '').slice(0, 50).map((o) => clean(o.label || o.text, 100))
        : undefined,
      firstOption: field.localName === 'select' ? [...field.options].findIndex((o) => !o.disabled && o.value !== '') : undefined,
      value: type === 'password' ? '' : type === 'checkbox' || type === 'radio' ? String(field.checked) : clean(field.value),
      readOnly: field.readOnly || field.matches(':disabled'),
    };
  }
  const SUBMIT = 'button:not([type]), button[type=submit], input[type=submit], input[type=image]';
  // The legend of a group within the form names the group.
  function headingOf(form, fields) {
    const legend = form.querySelector('fieldset > legend');
    return form.querySelector('h1, h2, h3, h4') ?? (legend && fields.every((f) => legend.parentElement.contains(f)) ? legend : undefined);
  }
  function formOf(form) {
    const fields = [...fieldsOf(form)].filter((f) => fieldType(f) && f.localName !== 'fieldset' && f.localName !== 'output' && f.localName !== 'object' && f.localName !== 'button');
    const submit = [...fieldsOf(form)].find((e) => e.matches(SUBMIT)) ?? form.querySelector(SUBMIT) ?? form.querySelector('button');
    return {
      name: nameOf(form, 'form') || clean(textFor(headingOf(form, fields) ?? document.createTextNode(''))),
      method: (form.getAttribute('method') || 'get').toLowerCase(),
      sends: form.querySelector('input[type=hidden][name=_method]')?.value.slice(0, 20).toLowerCase() || undefined,
      action: absolute(form.getAttribute('action') ?? '', form.ownerDocument),
      fields: fields.map(fieldOf).filter((f) => f.element >= 0),
      submit: submit ? indexOf.get(submit) : undefined,
      submitText: submit ? clean(submit.value || textFor(submit)) : '',
      noValidate: form.noValidate,
    };
  }
  const absolute = (address, owner) => {
    try { return new URL(address, owner.baseURI).href; } catch { return ''; }
  };
  // Applications without <form>: fields and the button they share act as one.
  function groupOrphans() {
    const groups = new Map();
    for (const field of orphanFields) {
      let at = parentOf(field);
      while (at && at !== document.body && !at.querySelector('button, [role=button], input[type=button]')) at = parentOf(at);
      if (!at || at === document.body) continue;
      if (!groups.has(at)) groups.set(at, []);
      groups.get(at).push(field);
    }
    for (const [container, fields] of groups) {
      const submit = container.querySelector('button, [role=button], input[type=button]');
      forms.push({
        name: nameOf(container, roleOf(container)) || clean(textFor(container.querySelector('h1, h2, h3, h4') ?? document.createTextNode(''))),
        method: 'script', action: location.href, fields: fields.map(fieldOf).filter((f) => f.element >= 0),
        submit: indexOf.get(submit), submitText: clean(textFor(submit)), noValidate: false,
      });
    }
  }

  // What controls hold now, for those who use a page step by step.
  const BUTTON_TYPES = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'checkbox', 'radio', 'file']);
  function valueOf(element) {
    if (element.localName === 'select') return clean([...element.selectedOptions].map((o) => o.label || o.text).join(', '), 100);
    if (element.localName === 'textarea') return clean(element.value, 100);
    if (element.isContentEditable) return clean(textFor(element), 100);
    if (element.localName !== 'input' || BUTTON_TYPES.has(element.type)) return undefined;
    return element.type === 'password' ? (element.value ? '***' : '') : clean(element.value, 100);
  }
  const choicesOf = (element) => (element.localName === 'select' ? [...element.options].filter((o) => !o.disabled).slice(0, 60).map((o) => clean(o.label || o.text, 100)) : undefined);
  const STATE_WORDS = [
    ['checked', (e) => e.checked === true || e.getAttribute('aria-checked') === 'true'],
    ['expanded', (e) => e.getAttribute('aria-expanded') === 'true'],
    ['collapsed', (e) => e.getAttribute('aria-expanded') === 'false'],
    ['selected', (e) => e.getAttribute('aria-selected') === 'true'],
    ['pressed', (e) => e.getAttribute('aria-pressed') === 'true'],
    ['current', (e) => e.hasAttribute('aria-current') && e.getAttribute('aria-current') !== 'false'],
    ['required', (e) => e.required === true || e.getAttribute('aria-required') === 'true'],
    ['read-only', (e) => e.readOnly === true],
    ['invalid', (e) => e.getAttribute('aria-invalid') === 'true' || e.matches(':user-invalid')],
    ['opens a window', (e) => e.localName === 'a' && /^_blank$/i.test(e.target)],
  ];
  const statesOf = (element) => STATE_WORDS.filter(([, is]) => is(element)).map(([name]) => name);
