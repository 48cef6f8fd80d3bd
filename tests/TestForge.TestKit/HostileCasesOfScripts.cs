namespace TestForge.TestKit;

/// <summary>Pages whose scripts fight whoever looks at them.</summary>
internal static class HostileCasesOfScripts
{
    public static IReadOnlyList<HostileCase> All { get; } =
    [
        // Scripts that never end.
        Script("loop-at-load", "Crashed", "while (true);"),
        Script("loop-in-a-timer", "Crashed", "setTimeout(() => { while (true); }, 0);"),
        Script("loop-of-promises", "Crashed", "(function again() { Promise.resolve().then(again); })();"),
        Script("loop-of-mutations", "Crashed", "new MutationObserver(() => document.body.append('x')).observe(document.body, { childList: true }); document.body.append('x');"),
        Script("loop-in-a-getter", "Ok Crashed", "Object.defineProperty(document, 'title', { get() { while (true); } });"),
        Script("endless-recursion", "Ok", "(function deeper() { deeper(); })();"),
        Script("timers-without-end", "Ok", "(function again() { setTimeout(again, 0); })();"),
        Script("animation-without-end", "Ok", "(function draw() { document.body.style.opacity = Math.random(); requestAnimationFrame(draw); })();"),
        Script("dom-that-grows", "Ok TooLarge", "setInterval(() => { for (let i = 0; i < 50; i++) document.body.append(document.createElement('p')); }, 10);"),
        Script("workers-that-spin", "Ok", "for (let i = 0; i < 4; i++) new Worker(URL.createObjectURL(new Blob(['for (const end = Date.now() + 8000; Date.now() < end;);'])));"),
        Script("memory-eater", "Ok", "window.kept = []; for (let i = 0; i < 40; i++) kept.push(new Uint8Array(1 << 20).fill(1));"),

        // Dialogs, windows and prompts.
        Script("alerts-in-a-row", "Ok", "for (let i = 0; i < 10; i++) alert(i);"),
        Script("confirms-for-ever", "Ok", "setInterval(() => confirm('Really?'), 300);"),
        Script("prompts-for-ever", "Ok", "setInterval(() => prompt('Who?'), 300);"),
        Script("does-not-let-go", "Ok", "addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'x'; }); onpagehide = () => alert('x');"),
        Script("storm-of-windows", "Ok", "for (let i = 0; i < 20; i++) open('about:blank#' + i);"),
        Script("prints-itself", "Ok", "print(); setInterval(() => print(), 100);"),
        Script("asks-for-everything", "Ok", "navigator.geolocation.getCurrentPosition(() => {}); Notification?.requestPermission(); navigator.mediaDevices?.getUserMedia({ audio: true, video: true }).catch(() => {}); navigator.clipboard?.readText().catch(() => {});"),
        Script("wants-the-whole-screen", "Ok", "document.documentElement.requestFullscreen?.().catch(() => {}); document.body.requestPointerLock?.(); navigator.keyboard?.lock?.();"),
        Script("closes-itself", "Ok", "window.close(); setTimeout(() => window.close(), 50);"),

        // Navigation.
        Script("reloads-for-ever", "Timeout", "location.reload();"),
        Script("reloads-slowly", "Ok Timeout", "setTimeout(() => location.reload(), 400);"),
        Script("flood-of-history", "Ok", "for (let i = 0; i < 150; i++) history.pushState(null, '', '?n=' + i);"),
        Script("flood-of-fragments", "Ok", "let n = 0; setInterval(() => { location.hash = 'n' + n++; }, 20);"),
        Script("address-in-disguise", "Ok", "history.replaceState(null, '', '/case/address-in-disguise?another');"),
        Script("back-and-forth", "Ok", "history.pushState(null, '', '?forth'); setInterval(() => history.back(), 50);"),
        Script("goes-to-data", "Ok", "location.href = 'data:text/html,<h1>data</h1>';"),
        Script("goes-to-a-blob", "Ok Timeout", "location.href = URL.createObjectURL(new Blob(['<h1>blob</h1>'], { type: 'text/html' }));"),
        Script("goes-to-a-file", "Ok", "location.href = 'file:///etc/passwd';"),
        Script("goes-to-an-application", "Ok", "location.href = 'mailto:a@b.test'; location.href = 'tel:123'; location.href = 'ms-settings:x';"),
        Script("downloads-by-itself", "Ok", "const a = document.createElement('a'); a.href = 'data:application/octet-stream,x'; a.download = '../../x'; for (let i = 0; i < 5; i++) a.click();"),
        Script("writes-over-itself", "Ok", "addEventListener('load', () => { document.open(); document.write('<title>Written</title><h1>Written</h1>'); document.close(); });"),
        Script("opens-and-never-closes", "Ok", "addEventListener('load', () => { document.open(); document.write('<title>Open</title><h1>Open</h1>'); });"),
        Script("uproots-itself", "Ok", "addEventListener('load', () => document.documentElement.remove());"),

        // Globals that lie.
        Script("array-overridden", "Ok", "for (const name of Object.getOwnPropertyNames(Array.prototype)) if (name !== 'constructor' && name !== 'length') Array.prototype[name] = () => { throw new Error('mine'); };"),
        Script("array-iterator-overridden", "Ok", "Array.prototype[Symbol.iterator] = function* () { while (false) yield 1; };"),
        Script("string-overridden", "Ok", "for (const name of ['slice', 'replace', 'trim', 'split', 'match']) String.prototype[name] = () => 7;"),
        Script("json-overridden", "Ok", "JSON.stringify = () => 'no json'; JSON.parse = () => null;"),
        Script("json-gone", "Ok", "delete window.JSON; window.JSON = undefined;"),
        Script("to-json-poisoned", "Ok", "Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = () => 'poison';"),
        Script("map-and-set-overridden", "Ok", "Map.prototype.set = Map.prototype.get = Set.prototype.add = () => { throw 1; }; window.Map = window.Set = function () { throw 2; };"),
        Script("selectors-overridden", "Ok", "Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = () => { throw 1; }; Document.prototype.querySelector = Element.prototype.querySelector = () => null;"),
        Script("attributes-overridden", "Ok", "Element.prototype.getAttribute = Element.prototype.matches = Element.prototype.closest = () => { throw new Error('mine'); };"),
        Script("boxes-overridden", "Ok", "Element.prototype.getBoundingClientRect = () => null; window.getComputedStyle = () => { throw 1; }; Element.prototype.checkVisibility = () => { throw 1; };"),
        Script("getters-overridden", "Ok", "for (const [p, n] of [[Node.prototype, 'parentElement'], [Node.prototype, 'textContent'], [Element.prototype, 'localName'], [Element.prototype, 'children']]) Object.defineProperty(p, n, { get() { throw new Error(n); } });"),
        Script("promise-overridden", "Ok", "window.Promise = function () { throw new Error('mine'); };"),
        Script("then-overridden", "Ok", "Promise.prototype.then = function () { return this; };"),
        Script("timers-overridden", "Ok", "window.setTimeout = () => 1; window.setInterval = () => 1; window.requestAnimationFrame = () => 1;"),
        Script("clock-overridden", "Ok", "performance.now = () => 0; Date.now = () => NaN; Performance.prototype.now = () => -1;"),
        Script("entries-overridden", "Ok", "performance.getEntriesByType = Performance.prototype.getEntriesByType = () => { throw 1; };"),
        Script("prototype-polluted", "Ok", "Object.prototype.get = Object.prototype.set = Object.prototype.value = Object.prototype.enumerable = 1; Object.prototype.then = undefined;"),
        Script("symbols-overridden", "Ok", "Symbol.for = () => 'no symbol';"),
        Script("fetch-overridden", "Ok", "window.fetch = () => { throw 1; }; XMLHttpRequest.prototype.send = () => { throw 1; };"),
        Script("to-string-that-loops", "Ok", "window.x = { toString() { while (true); }, get y() { while (true); } }; document.body.append(document.createElement('button'));"),
        Script("to-string-throws", "Ok", "console.log({ toString() { throw 1; } }); setTimeout(() => { throw { toString() { throw 1; } }; });"),
        Script("everything-frozen", "Ok", "Object.freeze(window.document); Object.freeze(Array.prototype); Object.freeze(Object.prototype); Object.preventExtensions(document);"),
        Script("window-sealed", "Ok", "Object.defineProperty(window, Symbol.for('testforge.consent'), { value: 1 }); Object.defineProperty(window, Symbol.for('testforge.explore'), { get() { throw 1; } });"),

        // Floods.
        Script("flood-of-errors", "Ok", "setInterval(() => { for (let i = 0; i < 100; i++) console.error('x'.repeat(1000)); }, 10);"),
        Script("flood-of-exceptions", "Ok", "setInterval(() => { throw new Error('again'); }, 1);"),
        Script("flood-of-requests", "Ok", "setInterval(() => { for (let i = 0; i < 10; i++) fetch('/nothing?' + Math.random()).catch(() => {}); }, 50);"),
        Script("flood-of-sockets", "Ok", "for (let i = 0; i < 50; i++) { try { new WebSocket(location.origin.replace('http', 'ws') + '/nothing'); } catch {} }"),
        Script("flood-of-events", "Ok", "const s = new EventSource('/nothing'); for (let i = 0; i < 20; i++) new EventSource('/nothing?' + i);"),
        Script("flood-of-messages", "Ok", "onmessage = () => postMessage(1, '*'); postMessage(1, '*');"),
        Script("flood-of-storage", "Ok", "try { for (let i = 0; ; i++) localStorage.setItem(i, 'x'.repeat(500000)); } catch {} for (let i = 0; i < 50; i++) document.cookie = 'c' + i + '=' + 'x'.repeat(100) + ';path=/case/flood-of-storage';"),
        Script("service-worker", "Ok", "navigator.serviceWorker?.register('/worker.js').catch(() => {});"),
        Script("canvas-of-huge-size", "Ok", "const c = document.createElement('canvas'); c.width = c.height = 30000; c.getContext('2d')?.fillRect(0, 0, 9, 9); document.body.append(c);"),
        Script("graphics-without-end", "Ok", "const c = document.createElement('canvas'); const gl = c.getContext('webgl'); document.body.append(c); (function draw() { gl?.clear(gl.COLOR_BUFFER_BIT); requestAnimationFrame(draw); })();"),
        Script("elements-that-throw", "Ok", "customElements.define('x-bad', class extends HTMLElement { constructor() { super(); throw 1; } connectedCallback() { throw 2; } get title() { throw 3; } }); document.body.innerHTML += '<x-bad title=a>bad</x-bad>';"),
        Script("closed-shadow", "Ok", "document.body.append(Object.assign(document.createElement('div'), { id: 's' })); document.getElementById('s').attachShadow({ mode: 'closed' }).innerHTML = '<button>Secret</button>';"),
        Script("shadows-in-shadows", "Ok", "let at = document.body; for (let i = 0; i < 200; i++) { const d = document.createElement('div'); at.append(d); at = d.attachShadow({ mode: 'open' }); } at.innerHTML = '<button>Deep</button>';"),
        Script("scrolls-without-end", "Ok", "const more = () => { for (let i = 0; i < 20; i++) document.body.append(Object.assign(document.createElement('p'), { textContent: 'more' })); }; more(); onscroll = more; setInterval(() => scrollBy(0, 100), 30);"),
        Script("moves-its-controls", "Ok", "const b = document.createElement('button'); b.textContent = 'Catch me'; b.style.position = 'fixed'; document.body.append(b); setInterval(() => { b.style.left = Math.random() * 500 + 'px'; }, 10);"),
        Script("steals-focus", "Ok", "const i = document.body.appendChild(document.createElement('input')); setInterval(() => i.focus(), 10); onblur = () => focus();"),
        Script("no-context-menu-no-keys", "Ok", "for (const type of ['contextmenu', 'keydown', 'mousedown', 'click', 'wheel']) addEventListener(type, (e) => { e.preventDefault(); e.stopImmediatePropagation(); }, true);"),
        Script("stops-at-a-debugger", "Ok", "setInterval(() => { debugger; }, 10); debugger;"),
    ];

    private static HostileCase Script(string name, string outcomes, string script) => new(name, outcomes, $"<script>{script}</script>");
}
