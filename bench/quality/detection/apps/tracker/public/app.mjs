import { Link, NotFound, html, useEffect, useState } from './parts.mjs';
import { EditIssue, NewIssue } from './forms.mjs';
import { Help, Issue, Issues, Overview, Team } from './views.mjs';

const routes = [
  [/^\/(?:issues)?$/, () => html`<${Issues} />`],
  [/^\/issues\/new$/, () => html`<${NewIssue} />`],
  [/^\/issues\/(\d+)$/, (id) => html`<${Issue} key=${id} id=${id} />`],
  [/^\/issues\/(\d+)\/edit$/, (id) => html`<${EditIssue} key=${id} id=${id} />`],
  [/^\/overview$/, () => html`<${Overview} />`],
  [/^\/team$/, () => html`<${Team} />`],
  [/^\/help$/, () => html`<${Help} />`],
];
const menu = [['/issues', 'Issues'], ['/issues/new', 'New issue'], ['/overview', 'Overview'], ['/team', 'Team'], ['/help', 'Help']];

function App() {
  const [path, setPath] = useState(location.pathname);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const follow = () => {
      setPath(location.pathname);
      setOpen(false);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const found = routes.map(([pattern, show]) => [pattern.exec(path), show]).find(([match]) => match);
  return html`<a class="skip" href="#main">Skip to the content</a>
    <header>
      <${Link} to="/issues" class="brand"><img src="/logo.svg" alt="" width="28" height="28" /> Trackline<//>
      <button class="menu" aria-expanded=${open} aria-controls="menu" onClick=${() => setOpen(!open)}>Menu</button>
      <nav id="menu" aria-label="Main" class=${open ? 'open' : ''}>
        ${menu.map(([to, name]) => html`<${Link} key=${to} to=${to} aria-current=${to === path ? 'page' : undefined}>${name}<//>`)}
      </nav>
    </header>
    ${found ? found[1](found[0][1]) : html`<${NotFound} />`}
    <footer><p>Trackline keeps issues short.</p></footer>`;
}

window.ReactDOM.createRoot(document.getElementById('root')).render(html`<${App} />`);
