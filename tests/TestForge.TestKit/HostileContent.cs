using Microsoft.AspNetCore.Builder;
using static TestForge.TestKit.HostileSite;

namespace TestForge.TestKit;

/// <summary>Pages whose content is deep, long or not what it seems.</summary>
internal static class HostileContent
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/frames/{depth:int}", (int depth) => depth == 0
            ? Page("Deepest", "<h1>Deepest</h1><button id=deep>Deep button</button>")
            : Page($"Frame {depth}", $"""<p>{depth}</p><iframe src="/frames/{depth - 1}" width="900" height="500"></iframe>"""));
        app.MapGet("/shadow", () => Page("Shadow", """
            <h1>Shadow</h1><div id="host"></div>
            <script>
              const outer = document.getElementById('host').attachShadow({ mode: 'open' });
              outer.innerHTML = '<button>Outer button</button><div></div>';
              outer.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<button>Inner button</button>';
            </script>
            """));
        app.MapGet("/scripts-of-the-world", () => Page("مرحبا بالعالم 👩‍👩‍👧", """<h1 dir="rtl">שלום עולם</h1><button>Send 🚀</button>"""));
        app.MapGet("/markup", () => Page(
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            """<h1>Markup</h1><label>&lt;img src=x onerror=alert(1)&gt; <input name="field"></label>"""));
        app.MapGet("/path", () => Page("../../x", """<h1>../../x</h1><label>../../x <input type="file" name="../../x" id="../../x"></label>"""));
        app.MapGet("/controls", () => Page(
            "Safe\u202Eexe.txt\u2066\u0007\u001B[31m",
            "<h1>Head\u200B\u202Ding</h1><button aria-label=\"Bu\u0001t\u202Eton\" data-testid=\"a\u202Eb\" name=\"c\u0001d\" role=\"button\u202E\">x</button>"));
        app.MapGet("/long", () => Page(
            new string('t', 10_000),
            $"""<h1>{new string('h', 10_000)}</h1><button data-testid="{new string('i', 100_000)}" name="{new string('n', 100_000)}" role="{new string('r', 100_000)}">Long</button>"""));
    }
}
