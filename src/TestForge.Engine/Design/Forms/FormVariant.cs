using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>Other valid data for a form.</summary>
/// <param name="Kind">File-safe name.</param>
/// <param name="Words">What is sent, in words.</param>
/// <param name="Why">What fault it finds.</param>
/// <param name="Filled">The steps that fill the form.</param>
internal sealed record FormVariant(string Kind, string Words, string Why, IReadOnlyList<TestStep> Filled);
