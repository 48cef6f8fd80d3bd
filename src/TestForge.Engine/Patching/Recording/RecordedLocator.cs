namespace TestForge.Engine.Patching.Recording;

/// <summary>A locator as it was made.</summary>
/// <param name="File">Below the suite's folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1: where the name of the method that made it begins.</param>
/// <param name="Method">The method that made it, such as <c>getByRole</c>.</param>
/// <param name="Locator">In Playwright's words, with everything that it lies within.</param>
internal sealed record RecordedLocator(string File, int Line, int Column, string Method, string Locator);
