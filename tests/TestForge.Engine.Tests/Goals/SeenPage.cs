using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Tests.Goals;

/// <summary>What a scripted model makes of a question: it goes by the evidence it is sent, and nothing else.</summary>
internal sealed partial record SeenPage(string Question, string History, string Page)
{
    public string Path => Page.Split('\n')[0]["address: ".Length..].Trim();

    public bool Shows(string text) => Page.Contains(text, StringComparison.Ordinal);

    public static SeenPage Of(JsonObject body)
    {
        var texts = body["messages"]![0]!["content"]!.AsArray().Select(c => c!["text"]!.GetValue<string>()).ToArray();
        string Fenced(string from) => Fence().Replace(texts.Single(t => t.Split('\n')[0].Contains($"from=\"{from}\"", StringComparison.Ordinal)), "").Trim();
        return new(texts[^1], Fenced("what was done so far"), Fenced("the page as it stands"));
    }

    public string Ref(string role, string name) =>
        Control().Matches(Page).FirstOrDefault(m => m.Groups[2].Value == role && m.Groups[3].Value == name)?.Groups[1].Value ?? throw new InvalidOperationException($"No {role} '{name}' in:\n{Page}");

    [GeneratedRegex(@"^\s*(e\d+) (\w+) ""([^""]*)""", RegexOptions.Multiline)]
    private static partial Regex Control();

    [GeneratedRegex(@"^</?data-[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
