using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TestForge.Engine.Design.Trials;

/// <summary>Names of baselines: page, part and the size of the window, in which alone the picture is right.</summary>
internal static partial class BaselineNames
{
    public static string For(string page, string part, PageViewportSizeResult viewport) =>
        FormattableString.Invariant($"{page}-{part.Replace(' ', '-')}-{viewport.Width}x{viewport.Height}");

    /// <summary>The name it had when there was one size only.</summary>
    public static string WithoutViewport(string name) => Viewport().Replace(name, "");

    [GeneratedRegex(@"-\d+x\d+$")]
    private static partial Regex Viewport();
}
