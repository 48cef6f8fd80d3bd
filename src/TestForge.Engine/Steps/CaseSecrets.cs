using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>What a case takes from the environment. It is typed into pages and must come out of them nowhere.</summary>
internal sealed partial class CaseSecrets
{
    private const string Mask = "***";

    // Shorter values are found in every other word; hiding them would hide the evidence.
    private const int MinLength = 3;

    private readonly string[] _forms;

    private CaseSecrets(IEnumerable<string> values, IReadOnlyList<string> elements)
    {
        _forms = [.. values.Where(v => v.Length >= MinLength).SelectMany(FormsOf).Distinct().OrderByDescending(f => f.Length)];
        Elements = elements;
    }

    /// <summary>Elements that are filled with a secret.</summary>
    public IReadOnlyList<string> Elements { get; }

    public bool Any => Elements.Count > 0 || _forms.Length > 0;

    /// <summary>Throws <c>step.variable_missing</c> when a variable is not set.</summary>
    public static CaseSecrets Of(TestCase testCase, RunVariables variables)
    {
        var fills = testCase.Steps.Select(s => s.Action).OfType<StepAction.Fill>().Where(f => RunVariables.NamesIn(f.Value).Any()).ToArray();
        var checks = testCase.Steps.Select(s => s.Action).OfType<StepAction.ExpectValue>().Select(c => c.Value);
        var values = fills.Select(f => f.Value).Concat(checks).SelectMany(RunVariables.NamesIn).Distinct().Select(variables.Read);
        return new(values, [.. fills.Select(f => f.ElementId).Distinct()]);
    }

    public string Hide(string text) => _forms.Aggregate(text, (t, form) => t.Replace(form, Mask, StringComparison.Ordinal));

    public string? HideOrNull(string? text) => text is null ? null : Hide(text);

    /// <summary>Hides them in the strings of a JSON document and leaves names and numbers alone.</summary>
    public string HideInJson(string json) => _forms.Length == 0 ? json : JsonText().Replace(json, match => Hide(match.Value));

    // As typed, as in an address, as in JSON.
    private static string[] FormsOf(string value) => [value, Uri.EscapeDataString(value), JsonSerializer.Serialize(value, ArtifactJson.Compact)[1..^1]];

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"(?!\s*:)
        """, RegexOptions.CultureInvariant)]
    private static partial Regex JsonText();
}
