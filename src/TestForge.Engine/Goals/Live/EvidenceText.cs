using System.Globalization;
using System.Text;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Goals.Live;

/// <summary>Writes evidence of a page in few words. It is data of the application: whoever gives it to a model fences it.</summary>
internal static class EvidenceText
{
    public const int MaxLines = 60;
    public const int MaxLength = 12_000;

    private const int MaxLineLength = 140;
    private const int MaxHeadings = 12;
    private const int MaxOptions = 15;

    public static string Of(PageEvidence page)
    {
        var text = new StringBuilder();
        text.Append("address: ").AppendLine(page.Path);
        text.Append("title: ").AppendLine(page.Title);
        List(text, "headings", page.Headings, MaxHeadings);
        List(text, "messages", page.Messages, MaxHeadings);
        text.AppendLine("controls:");
        foreach (var element in page.Elements)
        {
            text.Append("  ").AppendLine(Of(element));
        }

        More(text, page.MoreElements, "controls");
        var named = page.Elements.Select(e => e.Name).Concat(page.Headings).Concat(page.Messages).ToHashSet();
        List(text, "other text", [.. page.Lines.Where(l => !named.Contains(l))], MaxLines);
        return text.Length > MaxLength ? $"{text.ToString(0, MaxLength)}\n(cut off)" : text.ToString();
    }

    public static string Of(EvidenceElement element)
    {
        var text = new StringBuilder($"{element.Ref} {element.Role} {Quoted(element.Name)}");
        if (element.Value is { } value)
        {
            text.Append(CultureInfo.InvariantCulture, $" holds {Quoted(value)}");
        }

        if (element.States.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", element.States)})");
        }

        if (element.Options.Count > 0)
        {
            var more = element.Options.Count > MaxOptions ? $" and {element.Options.Count - MaxOptions} more" : "";
            text.Append(CultureInfo.InvariantCulture, $" options: {string.Join(" | ", element.Options.Take(MaxOptions).Select(Quoted))}{more}");
        }

        text.Append(element.Link is { } link ? $" -> {link}" : "");
        text.Append(element.Near is { } near ? $" near {Quoted(near)}" : "");
        text.Append(element.Refused is { } refused ? $" REFUSED: {refused}" : "");
        return text.ToString();
    }

    public static string Quoted(string text) => $"\"{PageText.Clean(text, MaxLineLength).Replace('"', '\'')}\"";

    private static void List(StringBuilder text, string name, IReadOnlyList<string> lines, int most)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append(name).AppendLine(":");
        foreach (var line in lines.Take(most))
        {
            text.Append("  ").AppendLine(PageText.Clean(line, MaxLineLength));
        }

        More(text, lines.Count - most, "lines");
    }

    private static void More(StringBuilder text, int count, string what)
    {
        if (count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  ({count} more {what})");
        }
    }
}
