using TestForge.Engine.Steps;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Console messages that are known, as the generated projects compare them.</summary>
internal static class KnownErrors
{
    // Messages are stored with at most 500 characters; the cut may lie within an address or a number.
    private const int StoredLength = 500;

    /// <summary>Normalised and distinct. A message that was cut ends with … and stands for all that begin like it.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> known, Uri target) =>
        [.. known.Select(k => k.Length < StoredLength - 1
            ? KnownMessages.Normalise(k, target)
            : KnownMessages.Normalise(k[..Math.Max(k.LastIndexOf(' '), StoredLength / 2)], target) + "…").Distinct()];
}
