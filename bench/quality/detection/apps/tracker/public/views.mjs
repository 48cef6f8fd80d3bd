import { Confirm, Link, Trouble, View, Waiting, ago, call, go, html, useApi, useState } from './parts.mjs';

const perPage = 10;

/** The choices of the list live in the address, so that they survive a reload and can be sent to somebody. */
function useChoices() {
  const [choices, setChoices] = useState(() => Object.fromEntries(new URLSearchParams(location.search)));
  const change = (key, value) => {
    const next = { ...choices, [key]: value };
    if (key !== 'page') delete next.page;
    for (const [name, text] of Object.entries(next)) if (!text) delete next[name];
    history.replaceState(null, '', `${location.pathname}${Object.keys(next).length ? `?${new URLSearchParams(next)}` : ''}`);
    setChoices(next);
  };
  return [choices, change];
}

export function Issues() {
  const [issues, error] = useApi('/issues');
  const [{ q = '', state = 'open', label = '', page = '1' }, choose] = useChoices();
  if (error) return html`<${Trouble} error=${error} />`;
  if (!issues) return html`<${Waiting} />`;
  const found = issues
    .filter((issue) => state === 'all' || issue.open === (state === 'open'))
    .filter((issue) => !label || issue.label === label)
    .filter((issue) => issue.title.toLowerCase().includes(q.trim().toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const current = Math.min(pages, Math.max(1, Number(page) || 1));
  const labels = [...new Set(issues.map((issue) => issue.label))].sort();
  return html`<${View} title="Issues">
    <form class="row" role="search" onSubmit=${(event) => event.preventDefault()}>
      <p class="field"><label for="q">Search titles</label><input id="q" type="search" value=${q} onInput=${(event) => choose('q', event.target.value)} /></p>
      <p class="field"><label for="state">State</label><select id="state" value=${state} onChange=${(event) => choose('state', event.target.value)}>
        <option value="open">Open</option><option value="closed">Closed</option><option value="all">All</option></select></p>
      <p class="field"><label for="label">Label</label><select id="label" value=${label} onChange=${(event) => choose('label', event.target.value)}>
        <option value="">Any</option>${labels.map((one) => html`<option key=${one}>${one}</option>`)}</select></p>
    </form>
    <p role="status">${found.length === 1 ? '1 issue' : `${found.length} issues`}</p>
    ${found.length === 0 && html`<p>No issue matches. <${Link} to="/issues/new">Write a new one<//>.</p>`}
    <ul class="issues">${found.slice((current - 1) * perPage, current * perPage).map((issue) => html`<li key=${issue.id}>
      <${Link} to=${`/issues/${issue.id}`}>${issue.title}<//> <span class=${`label ${issue.label}`}>${issue.label}</span>
      <small>#${issue.id}, ${issue.priority} priority, opened ${ago(issue.created)}${issue.comments.length ? `, ${issue.comments.length} ${issue.comments.length === 1 ? 'comment' : 'comments'}` : ''}</small>
    </li>`)}</ul>
    ${pages > 1 && html`<nav class="row" aria-label="Pages">
      <button class="quiet" disabled=${current === 1} onClick=${() => choose('page', String(current - 1))}>Previous</button>
      <span>Page ${current} of ${pages}</span>
      <button class="quiet" disabled=${current === pages} onClick=${() => choose('page', String(current + 1))}>Next</button>
    </nav>`}
  <//>`;
}

export function Issue({ id }) {
  const [issue, error, setIssue] = useApi(`/issues/${id}`);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  if (error) return html`<${Trouble} error=${error} />`;
  if (!issue) return html`<${Waiting} />`;
  const toggle = () => call('PUT', `/issues/${id}`, { ...issue, open: !issue.open }).then(setIssue, (e) => setProblem(e.message));
  const remove = async () => {
    try {
      await call('DELETE', `/issues/${id}`);
      go('/issues');
    } catch (e) {
      setAsking(false);
      setProblem(e.message);
    }
  };
  return html`<${View} title=${issue.title}>
    <p><strong>${issue.open ? 'Open' : 'Closed'}</strong> <span class=${`label ${issue.label}`}>${issue.label}</span> ${issue.priority} priority, opened ${ago(issue.created)}</p>
    <p>${issue.owner ? `${issue.owner} takes care of it.` : 'Nobody takes care of it yet.'}</p>
    <p class="text">${issue.text}</p>
    ${problem && html`<p role="alert" class="error">${problem}</p>`}
    <div class="row">
      <button onClick=${toggle}>${issue.open ? 'Close issue' : 'Open again'}</button>
      <${Link} class="button" to=${`/issues/${id}/edit`}>Edit<//>
      <button class="danger" onClick=${() => setAsking(true)}>Delete</button>
    </div>
    ${asking && html`<${Confirm} question="Delete this issue?" yes="Delete it" onYes=${remove} onNo=${() => setAsking(false)} />`}
    <${Comments} issue=${issue} onAdd=${(one) => setIssue({ ...issue, comments: [...issue.comments, one] })} />
  <//>`;
}

function Comments({ issue, onAdd }) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const add = async (event) => {
    event.preventDefault();
    if (text.trim().length < 2) return setError('Please write something.');
    try {
      onAdd(await call('POST', `/issues/${issue.id}/comments`, { text }));
      setText('');
      setError('');
    } catch (e) {
      setError(e.errors?.text ?? e.message);
    }
  };
  return html`<section aria-labelledby="comments">
    <h2 id="comments">Comments (${issue.comments.length})</h2>
    ${issue.comments.length === 0 && html`<p>No comment yet.</p>`}
    <ul class="comments">${issue.comments.map((one, i) => html`<li key=${i}><strong>${one.by}</strong> ${ago(one.at)}<p>${one.text}</p></li>`)}</ul>
    <form onSubmit=${add} noValidate=${true}>
      <p class="field"><label for="comment">New comment</label>
        <textarea id="comment" rows="3" value=${text} aria-invalid=${error ? 'true' : undefined} aria-describedby=${error ? 'comment-error' : undefined} onInput=${(event) => setText(event.target.value)}></textarea>
        ${error && html`<span class="error" id="comment-error">${error}</span>`}</p>
      <button>Add comment</button>
    </form>
  </section>`;
}

export function Overview() {
  const [issues, error] = useApi('/issues');
  if (error) return html`<${Trouble} error=${error} />`;
  if (!issues) return html`<${Waiting} />`;
  const labels = [...new Set(issues.map((issue) => issue.label))].sort();
  const count = (label, open) => issues.filter((issue) => issue.label === label && issue.open === open).length;
  return html`<${View} title="Overview">
    <p>${issues.filter((issue) => issue.open).length} of ${issues.length} issues are open.</p>
    <div class="wide"><table><thead><tr><th scope="col">Label</th><th scope="col">Open</th><th scope="col">Closed</th><th scope="col">Sum</th></tr></thead>
    <tbody>${labels.map((label) => html`<tr key=${label}><th scope="row">${label}</th><td>${count(label, true)}</td><td>${count(label, false)}</td><td>${count(label, true) + count(label, false)}</td></tr>`)}</tbody></table></div>
  <//>`;
}

export function Team() {
  const [choices, error] = useApi('/choices');
  const [issues] = useApi('/issues');
  if (error) return html`<${Trouble} error=${error} />`;
  if (!choices || !issues) return html`<${Waiting} />`;
  return html`<${View} title="Team"><ul class="issues">${choices.people.map((name) => {
    const mine = issues.filter((issue) => issue.owner === name && issue.open);
    return html`<li key=${name}><h2>${name}</h2><p>${mine.length === 1 ? '1 open issue' : `${mine.length} open issues`}</p></li>`;
  })}</ul><//>`;
}

export function Help() {
  return html`<${View} title="Help">
    <p>An issue is a short text about one thing that should be better.</p>
    <details><summary>How do I write a good title?</summary><p>Say what happens and where, in at most 80 characters.</p></details>
    <details><summary>Who may delete issues?</summary><p>Everybody in the team. There is no way back, so you are asked first.</p></details>
    <p><${Link} to="/issues/new">Write an issue<//></p>
  <//>`;
}
