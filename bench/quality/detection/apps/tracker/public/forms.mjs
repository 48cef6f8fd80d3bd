import { Link, Trouble, View, Waiting, call, go, html, useApi, useState } from './parts.mjs';

const empty = { title: '', text: '', label: '', priority: 'normal', owner: '' };

export function NewIssue() {
  return html`<${View} title="New issue"><${IssueForm} start=${empty} submit="Create issue" back="/issues"
    save=${async (values) => go(`/issues/${(await call('POST', '/issues', values)).id}`)} /><//>`;
}

export function EditIssue({ id }) {
  const [issue, error] = useApi(`/issues/${id}`);
  if (error) return html`<${Trouble} error=${error} />`;
  if (!issue) return html`<${Waiting} />`;
  return html`<${View} title=${`Edit issue ${id}`}><${IssueForm} start=${{ ...issue, owner: issue.owner ?? '' }} submit="Save changes" back=${`/issues/${id}`}
    save=${async (values) => { await call('PUT', `/issues/${id}`, values); go(`/issues/${id}`); }} /><//>`;
}

/** What can be said before the server is asked. */
function check(values) {
  const errors = {};
  if (values.title.trim().length < 5) errors.title = 'The title needs at least five characters.';
  if (!values.label) errors.label = 'Please choose a label.';
  return errors;
}

function IssueForm({ start, submit, save, back }) {
  const [choices, failure] = useApi('/choices');
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState({});
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  if (failure) return html`<p role="alert">${failure.message}</p>`;
  if (!choices) return html`<p role="status">Loading …</p>`;
  const set = (name) => (event) => setValues({ ...values, [name]: event.target.value });
  const send = async (event) => {
    event.preventDefault();
    const found = check(values);
    setErrors(found);
    if (Object.keys(found).length) return;
    setBusy(true);
    try {
      await save(values);
    } catch (error) {
      setErrors(error.errors ?? {});
      setProblem(error.errors ? '' : error.message);
      setBusy(false);
    }
  };
  const marks = (name) => (errors[name] ? { 'aria-invalid': 'true', 'aria-describedby': `${name}-error` } : {});
  const message = (name) => errors[name] && html`<span class="error" id=${`${name}-error`}>${errors[name]}</span>`;
  const options = (list) => list.map((one) => html`<option key=${one}>${one}</option>`);
  return html`<form onSubmit=${send} noValidate=${true}>
    ${problem && html`<p role="alert" class="error">${problem}</p>`}
    <p class="field"><label for="title">Title</label><input id="title" maxlength="80" required value=${values.title} onInput=${set('title')} ...${marks('title')} />${message('title')}</p>
    <p class="field"><label for="text">Description</label><textarea id="text" rows="5" maxlength="2000" value=${values.text} onInput=${set('text')}></textarea></p>
    <p class="field"><label for="label">Label</label><select id="label" required value=${values.label} onChange=${set('label')} ...${marks('label')}><option value="">Choose …</option>${options(choices.labels)}</select>${message('label')}</p>
    <fieldset><legend>Priority</legend>${choices.priorities.map((one) => html`<label key=${one}><input type="radio" name="priority" value=${one} checked=${values.priority === one} onChange=${set('priority')} /> ${one}</label> `)}</fieldset>
    <p class="field"><label for="owner">Who takes care of it?</label><select id="owner" value=${values.owner} onChange=${set('owner')} ...${marks('owner')}><option value="">Nobody yet</option>${options(choices.people)}</select>${message('owner')}</p>
    <div class="row"><button disabled=${busy}>${submit}</button> <${Link} to=${back}>Cancel<//></div>
  </form>`;
}
