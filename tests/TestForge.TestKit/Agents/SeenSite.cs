using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TestForge.TestKit.Agents;

/// <summary>What a scripted model makes of a question: it goes by the text it is sent, and nothing else.</summary>
public sealed partial record SeenSite(string Instructions, string Question, string Text)
{
    public static SeenSite Of(JsonObject body)
    {
        var texts = body["messages"]![0]!["content"]!.AsArray().Select(c => c!["text"]!.GetValue<string>()).ToArray();
        return new(body["system"]!.AsArray()[^1]!["text"]!.GetValue<string>(), texts[^1], string.Join('\n', texts[..^1]));
    }

    public bool IsAbout(string words) => Instructions.Contains(words, StringComparison.Ordinal);

    /// <summary>The id of the page with this path.</summary>
    public string Page(string path) => PageLine().Matches(Text).FirstOrDefault(m => m.Groups[2].Value == path)?.Groups[1].Value ?? throw new InvalidOperationException($"No page {path} in:\n{Text}");

    /// <summary>The id of a control.</summary>
    public string Element(string role, string name) =>
        ElementLine().Matches(Text).FirstOrDefault(m => m.Groups[2].Value == role && m.Groups[3].Value == name)?.Groups[1].Value ?? throw new InvalidOperationException($"No {role} '{name}' in:\n{Text}");

    public IReadOnlyList<string> Ids(string pattern) => [.. Regex.Matches(Text, pattern, RegexOptions.Multiline).Select(m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"^(p\d+) (\S+) """, RegexOptions.Multiline)]
    private static partial Regex PageLine();

    [GeneratedRegex(@"^\s+(p\d+(?:\.s\d+)?\.e\d+) (\w+) ""([^""]*)""", RegexOptions.Multiline)]
    private static partial Regex ElementLine();
}
