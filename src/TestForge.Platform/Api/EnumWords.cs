using System.Text.Json;

namespace TestForge.Platform.Api;

/// <summary>Enums in addresses, by the same words as in bodies.</summary>
internal static class EnumWords
{
    public static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum
    {
        var name = Enum.GetNames<T>().FirstOrDefault(n => JsonNamingPolicy.KebabCaseLower.ConvertName(n) == word);
        value = name is null ? default : Enum.Parse<T>(name);
        return name is not null;
    }
}
