using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>The keys a login file may have, so that a misspelt one is named instead of ignored.</summary>
internal static class LoginShape
{
    public static readonly IReadOnlyList<string> Actions = ["fill", "click", "check", "press"];

    private static readonly string[] RootKeys = ["url", "steps", "success"];
    private static readonly string[] StepKeys = ["do", "locator", "value"];
    private static readonly string[] SuccessKeys = ["url", "visible"];
    private static readonly string[] LocatorKeys = ["kind", "value", "name", "within", "nth", "frames"];

    public static void Check(JsonElement root, string file)
    {
        CheckKeys(root, RootKeys, file);
        if (root.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Array)
        {
            foreach (var (i, step) in steps.EnumerateArray().Index())
            {
                CheckKeys(step, StepKeys, $"{file}: step {i + 1}");
                CheckLocator(step, "locator", $"{file}: step {i + 1}");
            }
        }

        if (root.TryGetProperty("success", out var success))
        {
            CheckKeys(success, SuccessKeys, $"{file}: success");
            CheckLocator(success, "visible", $"{file}: success");
        }
    }

    private static void CheckLocator(JsonElement parent, string key, string where)
    {
        if (parent.TryGetProperty(key, out var locator) && locator.ValueKind == JsonValueKind.Object)
        {
            CheckKeys(locator, LocatorKeys, $"{where}: {key}");
            CheckLocator(locator, "within", $"{where}: {key}");
        }
    }

    private static void CheckKeys(JsonElement json, string[] known, string where)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new StageException("login.invalid", $"{where} is not an object in braces.", retryable: false);
        }

        if (json.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !known.Contains(n)) is { } wrong)
        {
            throw new StageException("login.unknown_key", $"{where}: there is no key '{wrong}'. Did you mean '{Nearest.To(wrong, known)}'?", retryable: false);
        }
    }
}
