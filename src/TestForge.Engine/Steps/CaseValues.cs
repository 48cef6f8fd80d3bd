using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>What an attempt knows beside its plan: a word of its own, so that its data are like no other's, and the texts it has noted.</summary>
internal sealed partial class CaseValues(RunVariables variables)
{
    public const string UniqueReference = "${unique}";

    private const string Consonants = "bdfgklmnprstv";
    private const string Vowels = "aeiou";
    private const int Syllables = 4;
    private const int MaxNoted = 300;
    private const int MinGeneralised = 3;

    private readonly Dictionary<string, string> _noted = [];

    /// <summary>Eight lower-case letters that form no word: fields that refuse digits or capitals take them too.</summary>
    public string Unique { get; } = string.Concat(Enumerable.Range(0, Syllables)
        .SelectMany(_ => new[] { Consonants[RandomNumberGenerator.GetInt32(Consonants.Length)], Vowels[RandomNumberGenerator.GetInt32(Vowels.Length)] }));

    public static string NotedReference(string name) => $"${{noted:{name}}}";

    public static bool HasReference(string text) => Reference().IsMatch(text);

    public void Note(string name, string text) => _noted[name] = text.Length > MaxNoted ? text[..MaxNoted] : text;

    /// <summary>Writes a text of the page down so that it holds in every attempt: with references for the attempt's own word and what it has noted.</summary>
    public string Generalise(string text) => _noted
        .Where(n => n.Value.Length >= MinGeneralised)
        .OrderByDescending(n => n.Value.Length)
        .Aggregate(
            text.Replace(Unique, UniqueReference, StringComparison.OrdinalIgnoreCase),
            (t, n) => t.Contains("${", StringComparison.Ordinal) && !t.Contains(n.Value, StringComparison.Ordinal) ? t : t.Replace(n.Value, NotedReference(n.Key), StringComparison.Ordinal));

    public string? Noted(string name) => _noted.GetValueOrDefault(name);

    /// <summary>Puts the word and the noted texts in place. What was noted on a page is never searched for references.</summary>
    public string Resolve(string text) => Reference().Replace(text, match => match.Groups[1].Success ? Read(match.Groups[1].Value) : Unique);

    /// <summary>Environment variables too; only for what the plan types or expects in a field.</summary>
    public string ResolveAll(string text) => AnyReference().Replace(text, match =>
        match.Groups[1].Success ? Read(match.Groups[1].Value)
        : match.Groups[2].Success ? variables.Read(match.Groups[2].Value)
        : Unique);

    public LocatorSpec Resolve(LocatorSpec spec) => spec.IsBound ? spec with
    {
        HasText = spec.HasText is null ? null : Resolve(spec.HasText),
        Within = spec.Within is null ? null : Resolve(spec.Within),
    } : spec;

    private string Read(string name) => Noted(name) ?? throw new StageException(
        "plan.not_noted",
        $"A step uses what was noted as '{name}', and no step before it notes that. Correct test-plan.json or design it again.",
        retryable: false);

    [GeneratedRegex(@"\$\{(?:noted:([A-Za-z_][A-Za-z0-9_-]*)|unique)\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{(?:noted:([A-Za-z_][A-Za-z0-9_-]*)|env:([A-Za-z_][A-Za-z0-9_]*)|unique)\}")]
    private static partial Regex AnyReference();
}
