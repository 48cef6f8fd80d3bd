namespace TestForge.Platform.Api;

/// <summary>A filter of a list by one of an enum's words.</summary>
internal static class EnumFilter
{
    /// <summary>Reads the word. Returns why it is none, or null; nothing is wanted when it was left out.</summary>
    public static ApiProblem? Read<T>(string field, string? word, out T? wanted)
        where T : struct, Enum
    {
        wanted = null;
        if (word is null or "")
        {
            return null;
        }

        if (!EnumWords.TryRead<T>(word, out var known))
        {
            return ApiErrors.Invalid(field, $"Allowed are: {string.Join(", ", EnumWords.Of<T>())}.");
        }

        wanted = known;
        return null;
    }
}
