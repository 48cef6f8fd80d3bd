using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Tells secrets, and the references to environment variables that stand for them.</summary>
internal static partial class Secrets
{
    public static IEnumerable<string> VariablesIn(string value) => Variable().Matches(value).Select(m => m.Groups[1].Value);

    public static bool IsOnlyVariables(string value) => Variable().IsMatch(value) && Variable().Replace(value, "").Length == 0;

    /// <summary>Goes by the words the field is found with: a type is not known before the page is open.</summary>
    public static bool IsSecretField(LocatorSpec locator) => SecretWord().IsMatch($"{locator.Value} {locator.Name}");

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"pass(word|wort|phrase|code)?\b|passwd|pwd|kennwort|contraseña|mot de passe|senha|secret|token|\bpin\b|\botp\b|one-time|api.?key", RegexOptions.IgnoreCase)]
    private static partial Regex SecretWord();
}
