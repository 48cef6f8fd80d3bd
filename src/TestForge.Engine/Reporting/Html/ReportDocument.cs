using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HandlebarsDotNet;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Renders the report as one HTML file that needs nothing else.</summary>
internal sealed class ReportDocument(IArtifactStore store)
{
    private static readonly string[] Partials =
        ["icons", "verdict", "claims", "advice", "insights", "gates", "trend", "timeline", "steps", "compare", "trouble", "failed", "healed", "findings", "coverage", "tests", "map", "pages", "application", "stories", "left-out", "about"];

    private readonly Lazy<HandlebarsTemplate<object, object>> _template = new(Compile);

    public async Task<string> RenderAsync(RunReport report, bool forPrint, CancellationToken cancellationToken)
    {
        var images = await ReportImages.LoadAsync(store, PageModelBuilder.Pictures(report), cancellationToken);
        string[] styles = forPrint
            ? [Resource("report.css"), Resource("charts.css"), Resource("map.css"), Resource("print.css"), PageHeader(report)]
            : [Resource("report.css"), Resource("charts.css"), Resource("map.css"), Resource("print.css")];
        var script = forPrint ? "" : Resource("report.js") + Resource("compare.js") + Resource("map.js");
        var model = new PageModelBuilder(report, images, forPrint).Build(Policy(styles, script), styles, script);
        return _template.Value(model);
    }

    private static HandlebarsTemplate<object, object> Compile()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlEncoding(),
            // A misspelt name must fail a test, not leave a gap in a report.
            ThrowOnUnresolvedBindingExpression = true,
        });
        TemplateHelpers.Register(handlebars);
        foreach (var partial in Partials)
        {
            handlebars.RegisterTemplate(partial, Resource($"{partial}.hbs"));
        }

        return handlebars.Compile(Resource("report.hbs"));
    }

    /// <summary>Nothing may be fetched, and only the style sheets and the script that are in the file may run.</summary>
    private static string Policy(string[] styles, string script)
    {
        var style = string.Join(' ', styles.Select(Hash));
        return $"default-src 'none'; img-src data:; style-src {style}; script-src {(script.Length == 0 ? "'none'" : Hash(script))}; base-uri 'none'; form-action 'none'";
    }

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    /// <summary>Page margins cannot read the document, so the running head is written into a style sheet.</summary>
    private static string PageHeader(RunReport report)
    {
        var head = new StringBuilder();
        // As CSS escapes, no character of the address can end the string.
        foreach (var rune in PlainText.Clip(report.Target.Authority, 80).EnumerateRunes())
        {
            head.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
        }

        return $"@page {{ @top-left {{ content: \"{head}\" }} @top-right {{ content: \"{Figures.Moment(report.StartedAt)}\" }} }} "
            // The cover says both already.
            + "@page :first { @top-left { content: none } @top-right { content: none } }";
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ReportDocument).Assembly.GetManifestResourceStream($"Reporting/Html/{name}")
            ?? throw new InvalidOperationException($"The template {name} is not part of the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
