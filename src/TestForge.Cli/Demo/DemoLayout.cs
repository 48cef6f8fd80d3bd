using System.Text.RegularExpressions;

namespace TestForge.Cli.Demo;

internal static partial class DemoLayout
{
    private static readonly (string Path, string Name)[] _sections =
    [
        ("/products", "Shop"), ("/stock", "Stock"), ("/kit", "Kit planner"), ("/calendar", "Opening hours"),
        ("/visit", "Visit"), ("/about", "About"), ("/faq", "FAQ"), ("/contact", "Contact"),
    ];

    public static Markup Render(DemoRequest request, string title, Markup content)
    {
        var values = new Dictionary<string, Markup>
        {
            ["title"] = Markup.Of($"{title}"),
            ["nav"] = Markup.Join(_sections.Select(s => Link(request, s.Path, s.Name))),
            ["account"] = request.Session is { SignedIn: true }
                ? Markup.Of($"""<a href="/account">Your account</a> <a href="/logout">Log out</a>""")
                : Markup.Of($"""<a href="/login">Log in</a>"""),
            ["count"] = Markup.Of($"{request.Session?.Cart.Sum(l => l.Quantity) ?? 0}"),
            ["content"] = content,
        };
        // One pass: what a visitor typed may itself look like a placeholder.
        return new(Placeholder().Replace(DemoFiles.Html("layout.html").Html, m => values[m.Groups[1].Value].Html));
    }

    public static string Price(int pounds) => $"£{pounds}.00";

    private static Markup Link(DemoRequest request, string path, string name)
    {
        var here = request.Path == path || request.Path.StartsWith(path + "/", StringComparison.Ordinal);
        var current = Markup.If(here, $" aria-current=\"page\"");
        return Markup.Of($"""<li><a href="{path}"{current}>{name}</a></li>""");
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
