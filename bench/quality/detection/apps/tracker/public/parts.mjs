// What all views share: markup, routes, the API and small components.
import htm from '/vendor/htm.mjs';

const { React } = window;
export const html = htm.bind(React.createElement);
export const { useEffect, useRef, useState } = React;

const offset = Number(document.querySelector('meta[name=clock-offset]').content);
export const now = () => Date.now() + offset;

export function ago(iso) {
  const days = Math.floor((now() - Date.parse(iso)) / 86_400_000);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

export function go(path) {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

/** A link that stays in the application, unless it is to be opened elsewhere. */
export function Link({ to, children, ...rest }) {
  const click = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return html`<a href=${to} onClick=${click} ...${rest}>${children}</a>`;
}

export async function call(method, path, body) {
  const response = await fetch(`/api${path}`, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const value = response.status === 204 ? undefined : await response.json();
  if (response.ok) return value;
  throw Object.assign(new Error(value?.message ?? 'Please check the marked fields.'), { status: response.status, errors: value?.errors });
}

/** The answer to a GET: undefined while waiting, with the error when there is one. */
export function useApi(path) {
  const [answer, setAnswer] = useState({});
  useEffect(() => {
    let wanted = true;
    setAnswer({});
    call('GET', path).then((value) => wanted && setAnswer({ value }), (error) => wanted && setAnswer({ error }));
    return () => { wanted = false; };
  }, [path]);
  return [answer.value, answer.error, (value) => setAnswer({ value })];
}

export function View({ title, children }) {
  useEffect(() => { document.title = `${title} – Trackline`; }, [title]);
  return html`<main id="main"><h1>${title}</h1>${children}</main>`;
}

export const Waiting = () => html`<main id="main"><p role="status">Loading …</p></main>`;

export const Trouble = ({ error }) => (error.status === 404 ? html`<${NotFound} />` : html`<${View} title="Something went wrong"><p role="alert">${error.message}</p><//>`);

export const NotFound = () => html`<${View} title="Page not found"><p>There is nothing here.</p><p><${Link} to="/issues">All issues<//></p><//>`;

/** A modal question. */
export function Confirm({ question, yes, onYes, onNo }) {
  const dialog = useRef();
  useEffect(() => { dialog.current.showModal(); }, []);
  return html`<dialog ref=${dialog} aria-labelledby="question" onCancel=${onNo} onClose=${onNo}>
    <h2 id="question">${question}</h2>
    <div class="row"><button class="danger" onClick=${onYes}>${yes}</button> <button class="quiet" onClick=${onNo}>Cancel</button></div>
  </dialog>`;
}
