namespace TestForge.Pipeline;

/// <param name="Language">As the page declares it in <c>hreflang</c>.</param>
/// <param name="Url">Absolute address in normal form.</param>
public sealed record LanguageVariant(string Language, string Url);
