using TestForge.Engine.Resources;

namespace TestForge.Engine.Browser;

/// <summary>The scripts that run inside pages.</summary>
internal static class PageScripts
{
    /// <summary>Installed before any script of the page.</summary>
    public static string Watch { get; } = EmbeddedText.Read("Browser/page-watch.js");

    /// <summary>A function of <see cref="FactsOptions"/> that returns <see cref="PageFacts"/> as JSON.</summary>
    public static string Facts { get; } = EmbeddedText.Read("Browser/page-facts.js");
}
