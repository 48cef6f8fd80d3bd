using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Locators that find what an attempt itself has made, by a text that only the attempt knows.</summary>
internal static class BoundLocators
{
    public static bool IsBound(this LocatorSpec spec) =>
        (spec.HasText is { } text && CaseValues.HasReference(text)) || (spec.Within?.IsBound() ?? false);
}
