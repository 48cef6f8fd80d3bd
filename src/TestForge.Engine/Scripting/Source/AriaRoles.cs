using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Source;

/// <summary>The roles Playwright knows; another one would not compile.</summary>
internal static class AriaRoles
{
    public static AriaRole Of(LocatorSpec spec) => Enum.TryParse<AriaRole>(spec.Value, ignoreCase: true, out var role) && Enum.IsDefined(role) && char.IsAsciiLetter(spec.Value[0])
        ? role
        : throw new StageException("locator.unknown_role", $"'{spec.Value}' is no ARIA role, in the locator {spec}. Correct it in test-plan.json.", retryable: false);
}
