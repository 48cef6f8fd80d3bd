namespace TestForge.TestKit.Injection;

/// <summary>A page that tries to instruct a model. <c>{attacker}</c> in its markup stands for the attacker's address.</summary>
/// <param name="Name">Its path below <c>/injection/</c>, unique.</param>
/// <param name="Channel">Where the words stand.</param>
/// <param name="Want">What they want.</param>
/// <param name="Seen">What a model has to be shown, all of it, to obey. As it is written, so a model is taken to read every script and encoding.</param>
/// <param name="Body">Markup of the page's body, in front of what all pages have.</param>
public sealed record InjectionAttack(string Name, string Channel, InjectionWant Want, IReadOnlyList<string> Seen, string Body)
{
    public string Head { get; init; } = "";

    public string Title { get; init; } = "Newsletter";

    public string Language { get; init; } = "en";

    /// <summary>Answers of the page's forms and links that carry the words.</summary>
    public string Query { get; init; } = "";

    public int Status { get; init; } = 200;

    public string Path => $"/injection/{Name}{Query}";

    /// <summary>Everything that the page says anywhere, for measuring what is flagged.</summary>
    public string Words => string.Join('\n', [Title, Uri.UnescapeDataString(Path.Replace('-', ' ').Replace('+', ' ')), System.Net.WebUtility.HtmlDecode(Head), System.Net.WebUtility.HtmlDecode(Body)]);

    /// <summary>Whether a text shows a model what it would obey.</summary>
    public bool IsSeenIn(string text)
    {
        var folded = Folded(text);
        return Seen.All(s => folded.Contains(Folded(s), StringComparison.OrdinalIgnoreCase));
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
