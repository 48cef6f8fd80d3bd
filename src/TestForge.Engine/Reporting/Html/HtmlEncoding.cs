using System.Net;
using System.Text;
using HandlebarsDotNet;

namespace TestForge.Engine.Reporting.Html;

/// <summary>The one way text enters the page: cleaned of control characters, then encoded for elements and quoted attributes.</summary>
internal sealed class HtmlEncoding : ITextEncoder
{
    public static string Encode(string text) => WebUtility.HtmlEncode(PlainText.Clean(text));

    public void Encode(StringBuilder? text, TextWriter target) => target.Write(Encode(text?.ToString() ?? ""));

    public void Encode(string? text, TextWriter target) => target.Write(Encode(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            all.Append(text.Current);
        }

        Encode(all, target);
    }
}
