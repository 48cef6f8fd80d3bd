using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Platform.Projects;

/// <summary>What a sign-in has to be like so that it could work, and holds no secret.</summary>
internal static partial class LoginRules
{
    private const int MostSteps = 30;
    private const int LongestText = 2_000;
    private const int Deepest = 5;

    private static readonly string[] Actions = ["fill", "click", "check", "press"];

    /// <summary>Why the sign-in cannot be so, or null.</summary>
    public static string? WhyNot(LoginSpec login)
    {
        if (!IsPath(login.Url) && TargetGate.WhyNoTarget(login.Url) is not null)
        {
            return "url has to be a path such as /login, or a whole address that begins with http:// or https://.";
        }

        if (login.Steps.Count is 0 or > MostSteps)
        {
            return $"There have to be 1 to {MostSteps} steps.";
        }

        if (login.Success is null or { Url: null, Visible: null })
        {
            return "success has to name url, visible or both, by which it is told that signing in worked.";
        }

        if (login.Success.Url is { Length: > LongestText } || WhyNoLocator(login.Success.Visible, 0) is not null)
        {
            return $"success: {WhyNoLocator(login.Success.Visible, 0) ?? "url is too long."}";
        }

        return login.Steps.Select((step, i) => WhyNoStep(step) is { } why ? $"step {i + 1}: {why}" : null).FirstOrDefault(w => w is not null);
    }

    private static bool IsPath(string url) => url.Length <= LongestText && url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Any(char.IsControl);

    private static string? WhyNoStep(LoginStep? step) => step switch
    {
        null or { Do: null } or { Locator: null } => "it has to have do and locator.",
        _ when !Actions.Contains(step.Do) => $"do has to be one of: {string.Join(", ", Actions)}.",
        { Do: "fill" or "press", Value: null or "" } => $"{step.Do} has to have a value.",
        { Value.Length: > LongestText } => "its value is too long.",
        { Do: "fill" } when IsSecretField(step.Locator) && !IsOnlyNames(step.Value!) => "it holds a secret in plain text. Set a secret and write ${env:NAME} here.",
        _ => WhyNoLocator(step.Locator, 0),
    };

    private static string? WhyNoLocator(LocatorSpec? locator, int depth) => locator switch
    {
        null => null,
        _ when depth > Deepest => "a locator lies within too many others.",
        { Value: null or "" } or { Value.Length: > LongestText } or { Name.Length: > LongestText } or { HasText.Length: > LongestText } => "a locator has no value, or one that is too long.",
        { Nth: < 0 } => "nth of a locator counts from 0.",
        { Frames: null } => "frames of a locator has to be a list.",
        { Frames.Count: > Deepest } => "a locator has too many frames.",
        _ => WhyNoLocator(locator.Within, depth + 1),
    };

    // By the words the field is found with: of which type it is, is not known before the page is open.
    private static bool IsSecretField(LocatorSpec locator) => SecretWord().IsMatch($"{locator.Value} {locator.Name}");

    private static bool IsOnlyNames(string value) => Reference().IsMatch(value) && Reference().Replace(value, "").Length == 0;

    [GeneratedRegex(@"\$\{env:[A-Za-z_][A-Za-z0-9_]*\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"pass(word|wort|phrase|code)?\b|passwd|pwd|kennwort|contraseña|mot de passe|senha|secret|token|\bpin\b|\botp\b|one-time|api.?key", RegexOptions.IgnoreCase)]
    private static partial Regex SecretWord();
}
