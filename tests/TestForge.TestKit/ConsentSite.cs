using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static TestForge.TestKit.HostileSite;

namespace TestForge.TestKit;

/// <summary>Shops whose pages cannot be used before a consent banner has been answered; each below <c>/name/</c>.</summary>
public sealed class ConsentSite
{
    private const string Over = "position:fixed;inset:0;background:#0008;z-index:99";
    private const string English = "We use cookies and similar techniques to improve your experience.";

    /// <summary>Markup of each banner. <c>answer('x')</c> tells the server, keeps the answer and takes the banner away.</summary>
    private static readonly Dictionary<string, string> Banners = new()
    {
        ["plain"] = $"""<div id="b" style="{Over}"><p>{English}</p><a href="/plain/privacy">Privacy policy</a><button onclick="answer('settings')">Settings</button><button onclick="answer('accept')">Accept all</button><button onclick="answer('decline')">Reject all</button></div>""",
        ["accept-only"] = $"""<div id="b" role="dialog" style="{Over}"><p>{English}</p><button onclick="answer('accept')">Accept cookies</button></div>""",
        ["close"] = $"""<div id="b" style="{Over}"><p>{English}</p><button aria-label="Close" onclick="answer('close')">×</button><button onclick="answer('accept')">I agree</button></div>""",
        ["german"] = $"""<div id="b" style="{Over}"><h2>Wir respektieren Ihre Privatsphäre</h2><p>Diese Seite verwendet Cookies.</p><button onclick="answer('accept')">Alle akzeptieren</button><button onclick="answer('decline')">Nur notwendige Cookies</button></div>""",
        ["japanese"] = $"""<div id="b" style="{Over}"><p>当サイトではクッキーを使用しています。</p><button onclick="answer('accept')">すべて許可</button><button onclick="answer('decline')">すべて拒否</button></div>""",
        ["russian"] = $"""<div id="b" style="{Over}"><p>Мы используем файлы cookie.</p><button onclick="answer('accept')">Принять все</button><button onclick="answer('decline')">Только необходимые</button></div>""",
        ["cookiebot"] = $"""<div id="b"><div id="CybotCookiebotDialog" style="{Over}"><p>Zxq wvu.</p><button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll" onclick="answer('accept')">Ja ja</button><button id="CybotCookiebotDialogBodyButtonDecline" onclick="answer('decline')">Ne ne</button></div></div>""",
        ["shadow"] = $"""<div id="b"></div><script>document.getElementById('b').attachShadow(Object.assign({"{ mode: 'open' }"})).innerHTML = `<div style="{Over}"><p>{English}</p><button onclick="answer('accept')">Accept</button><button onclick="answer('decline')">Deny</button></div>`;</script>""",
        ["frame"] = $"""<iframe id="b" title="Privacy consent" style="{Over};width:100%;height:100%;border:0" srcdoc="<p>{English}</p><button onclick=&quot;parent.answer('accept')&quot;>Accept all</button><button onclick=&quot;parent.answer('decline')&quot;>Reject all</button>"></iframe>""",
        ["link"] = $"""<div id="b" style="{Over}"><p>{English}</p><a href="/link/elsewhere">Reject all</a><button onclick="answer('accept')">Accept all</button></div>""",
        ["every"] = $"""<div id="b" style="{Over}"><p>{English}</p><button onclick="answer('decline')">Decline</button></div>""",
        ["form"] = $"""<form id="b" method="post" action="/answer/form/decline" style="{Over}"><p>{English}</p><button>Only necessary</button></form>""",
        ["stays"] = $"""<div id="b" style="{Over};background:none"><p>{English}</p><button onclick="fetch('/answer/stays/decline', {"{ method: 'POST' }"})">Reject all</button></div>""",
        ["newsletter"] = """<div id="b" role="dialog" style="position:fixed;bottom:0;left:0;width:300px"><p>Subscribe to our letter. We keep to our privacy policy.</p><button onclick="answer('close')">Close</button></div>""",
        ["late"] = """<script src="/late/cookie-notice.js"></script>""",
        ["none"] = "",
    };

    /// <summary>Answers that visitors gave, as <c>name answer</c>.</summary>
    public ConcurrentQueue<string> Answers { get; } = [];

    public void Map(WebApplication app)
    {
        app.MapPost("/answer/{name}/{answer}", (HttpContext http, string name, string answer) =>
        {
            Answers.Enqueue($"{name} {answer}");
            http.Response.Cookies.Append($"answered-{name}", answer);
            return name == "form" ? Results.Redirect("/form/") : Results.NoContent();
        });
        app.MapGet("/late/cookie-notice.js", () => Results.Text(
            $"setTimeout(() => document.body.insertAdjacentHTML('beforeend', `{Banners["plain"]}`), 1500)",
            "text/javascript"));
        app.MapGet("/{name}/", (HttpContext http, string name) => Shop(http, name, "Shop", $"""<h1>Shop</h1><nav><a href="/{name}/lamps">Lamps</a></nav><button onclick="out.textContent = 'Thank you for asking.'">Ask us</button><p id="out" role="status"></p>"""));
        app.MapGet("/{name}/lamps", (HttpContext http, string name) => Shop(http, name, "Lamps", $"""<h1>Lamps</h1><ul><li><a href="/{name}/">Back</a></li></ul><form action="/{name}/lamps"><label>Find <input name="q" required></label><button>Search</button></form>"""));
    }

    private static IResult Shop(HttpContext http, string name, string title, string body) => Banners.TryGetValue(name, out var banner)
        ? Page(title, body + (http.Request.Cookies.ContainsKey($"answered-{name}") && name is not ("every" or "stays") ? "" : Script(name) + banner))
        : Results.NotFound();

    private static string Script(string name) => $$"""
        <script>
          function answer(what) {
            fetch('/answer/{{name}}/' + what, { method: 'POST', keepalive: true });
            document.cookie = 'answered-{{name}}=' + what + ';path=/';
            document.getElementById('b').remove();
          }
        </script>
        """;
}
