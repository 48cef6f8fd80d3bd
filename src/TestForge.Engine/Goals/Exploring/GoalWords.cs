using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Goals.Live;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>What a goal itself says, and how steps towards it are told.</summary>
internal static partial class GoalWords
{
    private const int Least = 4;
    private const int Stem = 5;

    private static readonly string[] Common =
    [
        "with", "that", "this", "from", "have", "when", "then", "they", "their", "there", "what", "which", "into", "page", "pages", "site", "test", "tests", "goal", "user", "shows", "shown", "will", "must", "your",
        "eine", "einen", "einer", "oder", "dass", "wird", "seite", "sind", "werden", "dans", "avec", "pour", "page", "para", "como", "esta", "sobre",
    ];

    /// <summary>Everything the person has written.</summary>
    public static string Given(TestGoal goal) => string.Join('\n', goal.Steps.Select(s => s.Text).Prepend(goal.Title));

    /// <summary>The environment variables that the goal names.</summary>
    public static IReadOnlyList<string> Variables(TestGoal goal) => [.. goal.Steps.SelectMany(s => RunVariables.NamesIn(s.Text)).Distinct()];

    /// <summary>Whether two texts have a word in common that carries meaning, endings aside; where a script has no spaces, two letters in a row.</summary>
    public static bool Share(string one, string other)
    {
        var words = Words(one).ToHashSet();
        return words.Count > 0 && Words(other).Any(words.Contains);
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).SelectMany(w =>
        w.Any(c => c >= '\u2E80') ? Enumerable.Range(0, w.Length - 1).Select(i => w.Substring(i, 2))
        : w.Length < Least || Common.Contains(w) ? []
        : [w[..Math.Min(w.Length, Stem)]]);

    [GeneratedRegex(@"[\p{L}\p{N}]{2,}")]
    private static partial Regex Word();

    public static string Of(LiveAct act, PageEvidence page)
    {
        var on = page.Find(act.Ref) is { } element ? $" {element.Role} {EvidenceText.Quoted(element.Name)}{(element.Near is { } near ? $" near {EvidenceText.Quoted(near)}" : "")}" : "";
        var value = act.Value is { } text ? $" {EvidenceText.Quoted(text)}" : act.Kind == LiveActKind.Fill ? " a made-up value" : "";
        return act.Kind switch
        {
            LiveActKind.Fill => $"fill{on} with{value}",
            LiveActKind.Choose => $"choose{value} in{on}",
            LiveActKind.Press => $"press{value}{(on.Length > 0 ? $" in{on}" : "")}",
            _ => $"{act.Kind.ToString().ToLowerInvariant()}{on}{value}",
        };
    }
}
