namespace TestForge.Bench.Mutants;

/// <summary>A site whose pages are changed.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="Url">Where it begins.</param>
/// <param name="Held">True when its single results are kept out of sight of who works on the product.</param>
/// <param name="Field">A field to fill before each look at a page, as a CSS selector, or null.</param>
/// <param name="Entries">What is entered there, each followed by Enter.</param>
internal sealed record MutantSite(string Name, Uri Url, bool Held = false, string? Field = null, IReadOnlyList<string>? Entries = null);
