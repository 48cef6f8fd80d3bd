using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static TestForge.TestKit.HostileSite;

namespace TestForge.TestKit;

/// <summary>Pages that show their content only to somebody who acts: one way of acting a page.</summary>
public sealed class StateSite
{
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["tabs"] = """
            <div class="bar"><span id="a">First</span><span id="b">Second</span><span id="c">Third</span></div>
            <section id="panel"><h2>First panel</h2></section>
            <script>
              const show = (title, link) => panel.innerHTML = `<h2>${title} panel</h2>` + (link ? `<a href="${link}">More</a>` : '');
              a.addEventListener('click', () => show('First'));
              b.addEventListener('click', () => show('Second', '/behind-tab'));
              c.addEventListener('mousedown', () => show('Third', '/behind-mousedown'));
            </script>
            """,
        ["delegated"] = """
            <ul id="list"><li data-open="/behind-delegation" style="cursor:pointer">Open it</li><li>Plain</li></ul><div id="out"></div>
            <script>list.addEventListener('click', (e) => { if (e.target.dataset.open) out.innerHTML = `<h2>Opened</h2><a href="${e.target.dataset.open}">Go</a>`; });</script>
            """,
        ["kept-handlers"] = """
            <p><b id="one">One</b> <b id="two">Two</b> <b id="three">Three</b></p><div id="out"></div>
            <script>
              const show = (n) => out.innerHTML = `<h2>Part ${n}</h2><a href="/behind-kept-${n}">Go</a>`;
              one['__reactProps$x1'] = { onClick: () => show('react') };
              two.__click = () => show('svelte');
              three[Symbol('events')] = { click: () => show('symbol') };
              document.addEventListener('click', ({ target }) => {
                const events = Object.getOwnPropertySymbols(target)[0];
                (target['__reactProps$x1']?.onClick ?? target.__click ?? target[events]?.click)?.();
              });
            </script>
            """,
        ["css-menu"] = """
            <style>.sub { display: none } .top:hover .sub { display: block }</style>
            <nav><div class="top">Products<div class="sub"><button onclick="document.title='x'">Hidden offer</button></div></div></nav>
            """,
        ["dialog"] = """
            <button id="open">Size chart</button><dialog aria-label="Sizes"><h2>Sizes</h2><p>Small and large</p><button id="shut">Close</button></dialog>
            <script>const d = document.querySelector('dialog'); open.onclick = null; document.getElementById('open').onclick = () => d.showModal(); shut.onclick = () => d.close();</script>
            """,
        ["select"] = """
            <label>Country <select id="s"><option>None</option><option>Norway</option><option>Peru</option></select></label><div id="out"></div>
            <script>s.addEventListener('change', () => out.innerHTML = s.value === 'Peru' ? '<h2>Andes</h2><a href="/behind-select">Llamas</a>' : '<h2>Fjords</h2>');</script>
            """,
        ["scroll"] = """
            <main id="list"><p style="height:1200px">Long</p></main>
            <script>addEventListener('scroll', () => { if (!window.more) { window.more = 1; list.insertAdjacentHTML('beforeend', '<h2>Older entries</h2><a href="/behind-scroll">Archive</a>'); } });</script>
            """,
        ["shortcut"] = """
            <p>Press <kbd>?</kbd> for help.</p><div id="help"></div>
            <script>addEventListener('keydown', (e) => { if (e.key === '?') help.innerHTML = '<h2>Shortcuts</h2><a href="/behind-shortcut">All of them</a>'; });</script>
            """,
        ["drag"] = """
            <div id="card" draggable="true" style="width:120px;height:40px;background:#cde">Card</div><div id="done" style="width:200px;height:120px;border:1px solid">Done</div>
            <script>
              card.addEventListener('dragstart', (e) => e.dataTransfer.setData('text/plain', 'card'));
              done.addEventListener('dragover', (e) => e.preventDefault());
              done.addEventListener('drop', (e) => { e.preventDefault(); done.innerHTML = '<h2>Card is done</h2><a href="/behind-drag">Report</a>'; });
            </script>
            """,
        ["double"] = """<p id="cell">Cell</p><script>cell.addEventListener('dblclick', () => cell.innerHTML = '<h2>Editing</h2><a href="/behind-double">History</a>');</script>""",
        ["two-clicks"] = """
            <ul><li><span id="cell" tabindex="0">Item</span></li></ul>
            <script>
              let last = 0;
              cell.addEventListener('click', () => { const now = Date.now(); if (now - last < 500) cell.innerHTML = '<b>Editing</b><a href="/behind-two-clicks">Log</a>'; last = now; });
            </script>
            """,
        ["checked"] = """
            <ul id="list"><li><input type="checkbox" class="toggle"><label>Buy milk</label></li></ul><div id="out"></div>
            <script>list.addEventListener('click', (e) => { if (e.target.matches('.toggle')) out.innerHTML = '<a href="/behind-checked">Undo</a>'; });</script>
            """,
        ["context"] = """<p id="cell">Cell</p><div id="m"></div><script>cell.addEventListener('contextmenu', (e) => { e.preventDefault(); m.innerHTML = '<h2>Actions</h2><a href="/behind-context">Copy</a>'; });</script>""",
        ["popup"] = """<button onclick="window.open('/behind-popup')">Open window</button>""",
        ["late"] = """<h2>Wait</h2><div id="out"></div><script>setTimeout(() => out.innerHTML = '<a href="/behind-timer">Ready</a>', 2500);</script>""",
        ["typing"] = """
            <label>Find <input id="q"></label><ul id="hits"></ul>
            <script>q.addEventListener('input', () => hits.innerHTML = q.value ? '<li><a href="/behind-typing">A hit</a></li>' : '');</script>
            """,
        ["accordion"] = string.Concat(Enumerable.Range(1, 5).Select(i => $"<details><summary>Question {(char)('A' + i)}</summary><p>Answer</p></details>")),
        ["counter"] = """<button id="b">Add one</button><output id="n">0 items</output><script>let i = 0; b.onclick = () => n.textContent = `${++i} items`;</script>""",
        ["clock"] = """<h2 id="t">Now</h2><button id="b">Refresh</button><script>setInterval(() => t.textContent = new Date().toISOString(), 20); b.onclick = () => {};</script>""",
        ["rows"] = $"<table>{string.Concat(Enumerable.Range(1, 40).Select(i => $"<tr><td>Row {i}</td><td><button onclick=\"fetch('/opened/{i}')\">Open {i}</button></td></tr>"))}</table>",
        ["steps"] = """
            <div id="s"><h2>Choose a plan</h2><button id="next">Next</button></div>
            <script>
              const titles = ['Choose a plan', 'Your address', 'Check everything', 'Welcome on board']; let at = 0;
              next.onclick = () => { at++; s.querySelector('h2').textContent = titles[at]; if (at === 3) { next.remove(); s.insertAdjacentHTML('beforeend', '<a href="/behind-steps">Start</a>'); } };
            </script>
            """,
        ["tidy"] = """<button id="x">Clean up</button><button id="y">Empty</button><script>x.onclick = () => fetch('/things/1', { method: 'DELETE' }); y.onclick = () => { const r = new XMLHttpRequest(); r.open('delete', '/things/2'); r.send(); };</script>""",
        ["confirm"] = """<button id="x">Archive</button><script>x.onclick = () => { if (confirm('Really archive everything?')) fetch('/things/3', { method: 'POST' }); };</script>""",
        ["foreign"] = """<form method="post" action="http://elsewhere.test/collect"><label>Email <input type="email" name="email"></label><button>Join</button></form>""",
        ["noted"] = """
            <h1>Graph</h1><button id="one">As lines</button><button id="two">As table</button><div id="out"></div>
            <script>
              const show = (what) => { history.pushState(null, '', `?as=${what}&at=${Date.now()}`); out.innerHTML = `<h2>As ${what}</h2><a href="/behind-${what}">More</a>`; };
              one.onclick = () => show('lines'); two.onclick = () => show('table');
            </script>
            """,
        ["spa"] = """
            <div id="app"></div>
            <script>
              const views = { '/spa': 'Inbox', '/spa/settings': 'Settings', '/spa/people': 'People' };
              function draw() {
                const hash = location.hash === '#/archive' ? 'Archive' : null;
                app.innerHTML = `<h1>${hash ?? views[location.pathname] ?? 'Lost'}</h1><button data-to="/spa/settings">Settings</button><button data-to="/spa/people">People</button><button data-to="#/archive">Archive</button>`;
                for (const b of app.querySelectorAll('button')) b.onclick = () => { history.pushState(null, '', b.dataset.to); draw(); };
              }
              draw();
            </script>
            """,
    };

    /// <summary>The addresses that the pages lead to, each known only to somebody who has acted.</summary>
    public static IReadOnlyList<string> Behind { get; } =
    [
        "/behind-tab", "/behind-lines", "/behind-table", "/behind-mousedown", "/behind-delegation", "/behind-kept-react", "/behind-kept-svelte", "/behind-kept-symbol", "/behind-select", "/behind-scroll", "/behind-shortcut", "/behind-drag", "/behind-double", "/behind-two-clicks", "/behind-checked",
        "/behind-context", "/behind-popup", "/behind-timer", "/behind-typing", "/behind-steps", "/behind-wizard", "/behind-signup",
    ];

    private readonly ConcurrentQueue<string> _changes = new();
    private readonly ConcurrentDictionary<string, int> _opened = new();
    private readonly ConcurrentQueue<string> _signUps = new();

    /// <summary>Requests that changed something.</summary>
    public IReadOnlyCollection<string> Changes => _changes;

    /// <summary>Rows of the long table that were opened.</summary>
    public IReadOnlyCollection<string> Opened => [.. _opened.Keys];

    /// <summary>What was sent with the sign-up form, accepted or not.</summary>
    public IReadOnlyCollection<string> SignUps => _signUps;

    public void Map(WebApplication app)
    {
        app.MapGet("/", () => Page("Start", $"<h1>Start</h1><ul>{string.Concat(Pages.Keys.Append("wizard").Append("signup").Select(p => $"<li><a href=\"/{p}\">Go to {p}</a></li>"))}</ul>"));
        foreach (var (path, body) in Pages)
        {
            app.MapGet($"/{path}", () => Page(path, body));
        }

        app.MapGet("/spa/{view}", () => Page("spa", Pages["spa"]));
        foreach (var (path, i) in Behind.Select((p, i) => (p, i)))
        {
            // Every page has another structure, so that none is merged into another.
            app.MapGet(path, () => Page(path[1..], $"<h1>{path}</h1>{string.Concat(Enumerable.Repeat("<section>", i + 1))}<p>Found</p>"));
        }

        app.MapGet("/opened/{row}", (string row) => _opened[row] = 1);
        app.MapMethods("/things/{n}", ["DELETE", "POST"], (HttpContext http, string n) => _changes.Enqueue($"{http.Request.Method} {n}"));
        MapForms(app);
    }

    private void MapForms(WebApplication app)
    {
        app.MapGet("/wizard", () => Page("wizard", """<h1>Step one</h1><form method="post"><input type="hidden" name="step" value="1"><label>Name <input name="name" required></label><button>Continue</button></form>"""));
        app.MapPost("/wizard", async (HttpRequest request) => (await request.ReadFormAsync())["step"] == "1"
            ? Page("wizard", """<h1>Step two</h1><form method="post"><input type="hidden" name="step" value="2"><label>City <input name="city" required></label><label><input type="checkbox" name="agree" required> I agree</label><button>Continue</button></form>""")
            : Page("wizard", """<h1>Step three</h1><p>All set.</p><a href="/behind-wizard">Open</a>"""));
        app.MapGet("/signup", () => Page("signup", """
            <h1>Newsletter</h1><form method="post"><label>Email <input type="email" name="email" required></label>
            <label>Code <input name="code" pattern="[A-Z]{2}\d{3}" required></label><label>Born <input type="date" name="born" max="2010-01-01" required></label>
            <label>Country <select name="country" required><option value="">Choose</option><option>Chad</option><option>Fiji</option></select></label><button>Save</button></form>
            """));
        app.MapPost("/signup", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            _signUps.Enqueue(string.Join(' ', form.Select(f => $"{f.Key}={f.Value}")));
            return Page("signup", """<h1>Thanks</h1><a href="/behind-signup">Your settings</a>""");
        });
    }
}
