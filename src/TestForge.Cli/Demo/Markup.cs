using System.Globalization;
using System.Net;

namespace TestForge.Cli.Demo;

// Text that is HTML already. Everything else put into a template is encoded, so that no page has to remember to.
internal readonly record struct Markup(string Html)
{
    public static Markup Empty { get; } = new("");

    public static Markup Of(FormattableString template) =>
        new(string.Format(
            CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(a => (object)Encode(a))]));

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(p => p.Html)));

    public static Markup If(bool condition, FormattableString template) => condition ? Of(template) : Empty;

    private static string Encode(object? value) => value switch
    {
        Markup markup => markup.Html,
        null => "",
        _ => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)) ?? "",
    };
}
