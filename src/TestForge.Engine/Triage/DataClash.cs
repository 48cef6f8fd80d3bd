using System.Text.RegularExpressions;

namespace TestForge.Engine.Triage;

/// <summary>What applications say when data are there already.</summary>
internal static partial class DataClash
{
    public const int Conflict = 409;

    /// <summary>Returns the words in a text, or null. A question is none: "Already registered? Sign in".</summary>
    public static string? In(string text) => Words().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(
        @"\b(already (exists?|taken|in use|registered|been (taken|used|registered))|(is not|must be) unique|duplicate (entry|key|value|name)|(is|has been) taken by another"
        + @"|existiert bereits|bereits (vergeben|vorhanden|registriert|verwendet)|existe déjà|déjà (utilisée?|pris|enregistrée?)|ya (existe|está en uso|está registrad[oa])|già (esistente|in uso|registrat[oa])|esiste già|já (existe|está em uso))(?!\s*\?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
