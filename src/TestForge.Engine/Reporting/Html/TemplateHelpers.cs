using System.Globalization;
using HandlebarsDotNet;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>What the templates may call. The engine looks names up without regard to case, so none may be a property of the model. All but <c>link</c> and <c>is</c> return values, which are encoded on their way out.</summary>
internal static class TemplateHelpers
{
    /// <summary>A fault of a shared header is on every page; a few addresses are enough to see it.</summary>
    private const int MaxPlaces = 10;

    public static void Register(IHandlebars handlebars)
    {
        handlebars.RegisterHelper("say", (_, a) => Labels.Of(a[0]));
        handlebars.RegisterHelper("slug", (_, a) => Labels.Slug(a[0]));
        handlebars.RegisterHelper("place", (_, a) => Anchors.Of(Text(a[0]), Text(a[1])));
        handlebars.RegisterHelper("evidence-name", (_, a) => Labels.Kind(Text(a[0])));
        handlebars.RegisterHelper("since-words", (_, a) => a[0] is ReportSince since ? Labels.Since(since) : "");
        handlebars.RegisterHelper("figure", (_, a) => Figures.Number(Number(a[0]), a.Length > 1 ? (int)Number(a[1]) : 0));
        handlebars.RegisterHelper("usd", (_, a) => Figures.Usd(Number(a[0])));
        handlebars.RegisterHelper("percent", (_, a) => Figures.Percent(Number(a[0])));
        handlebars.RegisterHelper("percent-of", (_, a) => (Number(a[0]) / Number(a[1])).ToString("0.##%", CultureInfo.InvariantCulture));
        handlebars.RegisterHelper("duration", (_, a) => Figures.Duration(Number(a[0])));
        handlebars.RegisterHelper("bytes", (_, a) => Figures.Bytes((long)Number(a[0])));
        handlebars.RegisterHelper("moment", (_, a) => Figures.Moment((DateTimeOffset)a[0]!));
        handlebars.RegisterHelper("day", (_, a) => ((DateTimeOffset)a[0]!).UtcDateTime.ToString("d MMM", CultureInfo.InvariantCulture));
        handlebars.RegisterHelper("known", (_, a) => a[0] is double);
        handlebars.RegisterHelper("iso", (_, a) => ((DateTimeOffset)a[0]!).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        handlebars.RegisterHelper("clip", (_, a) => PlainText.Clip(Text(a[0]), (int)Number(a[1])));
        handlebars.RegisterHelper("plural", (_, a) => Words.Count((int)Number(a[0]), Text(a[1]), a.Length > 2 ? Text(a[2]) : null));
        handlebars.RegisterHelper("bar-width", (_, a) => (100 * Number(a[0])).ToString("0.##", CultureInfo.InvariantCulture));
        handlebars.RegisterHelper("how-many-less", (_, a) => Number(a[0]) - Number(a[1]));
        handlebars.RegisterHelper("early-places", (_, a) => Number(a[0]) < MaxPlaces);
        handlebars.RegisterHelper("more-places", (_, a) => Math.Max(0, Number(a[0]) - MaxPlaces));
        handlebars.RegisterHelper("line", (_, a) => Number(a[1]) + (Number(a[0]) * Number(a[2])));
        handlebars.RegisterHelper("within", (_, a) => Number(a[0]) < Number(a[1]));
        handlebars.RegisterHelper("beyond", (_, a) => Math.Max(0, Number(a[0]) - Number(a[1])));
        handlebars.RegisterHelper("is", (output, options, context, a) =>
        {
            if (a.Skip(1).Any(o => Labels.Slug(a[0]) == Text(o)))
            {
                options.Template(output, context);
            }
            else
            {
                options.Inverse(output, context);
            }
        });
        handlebars.RegisterHelper("link", (output, _, a) => output.WriteSafeString(Link(Text(a[0]), Text(a[1]), (int)Number(a[2]))));
    }

    /// <summary>A link only to web addresses: others, such as <c>javascript:</c>, stay text.</summary>
    private static string Link(string address, string text, int max)
    {
        var shown = $"<bdi>{HtmlEncoding.Encode(PlainText.Clip(text, max))}</bdi>";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? $"<a href=\"{HtmlEncoding.Encode(uri.AbsoluteUri)}\" rel=\"noopener noreferrer\">{shown}</a>"
            : shown;
    }

    private static string Text(object? value) => value is null or UndefinedBindingResult ? "" : value.ToString() ?? "";

    private static double Number(object? value) => value is null or UndefinedBindingResult ? 0 : Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
