using System.Globalization;
using System.Text.Encodings.Web;

namespace TestForge.Platform.Pages;

/// <summary>A piece of HTML. Whatever is put into one is encoded, unless it is one itself.</summary>
internal readonly record struct Html(string Text)
{
    public static readonly Html Nothing = new("");

    public static Html Of(FormattableString text) =>
        new(string.Format(CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(a => a is Html html ? html.Text : HtmlEncoder.Default.Encode(Convert.ToString(a, CultureInfo.InvariantCulture) ?? ""))]));

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.Text)));

    public override string ToString() => Text;
}
