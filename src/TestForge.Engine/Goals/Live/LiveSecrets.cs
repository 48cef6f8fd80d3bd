using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Goals.Live;

/// <summary>Values of the environment that have been typed: what a page says of them again is told by their names.</summary>
internal sealed partial class LiveSecrets(IReadOnlyList<string> allowed, RunVariables variables)
{
    private const int MinLength = 3;

    private readonly Dictionary<string, string> _typed = [];

    /// <summary>Why a text may not be typed, or null. What it names is hidden from here on.</summary>
    public string? RefusalOf(string text)
    {
        if (References().Matches(text).Select(m => m.Value).FirstOrDefault(r => !Known().IsMatch(r)) is { } unknown)
        {
            return $"{unknown} means nothing here";
        }

        foreach (var name in RunVariables.NamesIn(text))
        {
            if (!allowed.Contains(name))
            {
                return $"the goal does not name the environment variable {name}, so it is not typed";
            }

            _typed[variables.Read(name)] = $"${{env:{name}}}";
        }

        return null;
    }

    public string Hide(string text) => _typed
        .Where(t => t.Key.Length >= MinLength)
        .OrderByDescending(t => t.Key.Length)
        .Aggregate(text, (rest, t) => rest.Replace(t.Key, t.Value, StringComparison.Ordinal).Replace(Uri.EscapeDataString(t.Key), t.Value, StringComparison.Ordinal));

    [GeneratedRegex(@"\$\{[^}]{0,80}\}?")]
    private static partial Regex References();

    [GeneratedRegex(@"^\$\{(unique|env:[A-Za-z_][A-Za-z0-9_]*)\}$")]
    private static partial Regex Known();
}
