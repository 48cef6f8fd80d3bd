using Microsoft.AspNetCore.Builder;
using static TestForge.TestKit.HostileSite;

namespace TestForge.TestKit;

/// <summary>Pages whose scripts fight whoever looks at them.</summary>
internal static class HostileScripts
{
    public static void Map(WebApplication app)
    {
        Script(app, "alerts", "while (true) alert('again');");
        Script(app, "unload", "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'stay'; });", "<button>Press</button>");
        Script(app, "popups", "setInterval(() => open('/popups'), 50);");
        Script(app, "hang", "while (true) { }");
        Script(app, "hang-later", "document.getElementById('b').onclick = () => { while (true) { } };", "<button id=b>Press</button>");
        Script(app, "away", "let n = 0; setInterval(() => { location.href = '/away?n=' + Math.random(); }, 20);");
        Script(app, "worker", "navigator.serviceWorker?.register('/worker.js').catch(() => {});");
        Script(app, "frames-of-animation", "requestAnimationFrame(() => { document.body.append(Object.assign(document.createElement('button'), { textContent: 'Drawn' })); });");
        app.MapGet("/worker.js", () => Microsoft.AspNetCore.Http.Results.Text(
            """
            addEventListener('install', () => skipWaiting());
            addEventListener('activate', e => e.waitUntil(clients.claim()));
            addEventListener('fetch', e => e.respondWith(new Response('<title>Taken over</title>', { headers: { 'content-type': 'text/html' } })));
            """,
            "text/javascript"));
        app.MapGet("/refresh", () => Page("Refresh", "<h1>Refresh</h1>", """<meta http-equiv="refresh" content="0;url=/refreshed">"""));
        app.MapGet("/refreshed", () => Page("Refreshed", "<h1>Refreshed</h1><ul><li>one</li></ul>"));
        app.MapGet("/refresh-for-ever", () => Page("Again", "<h1>Again</h1>", """<meta http-equiv="refresh" content="0">"""));
    }

    private static void Script(WebApplication app, string name, string script, string body = "") =>
        app.MapGet($"/{name}", () => Page(name, $"<h1>{name}</h1>{body}<script>{script}</script>"));
}
