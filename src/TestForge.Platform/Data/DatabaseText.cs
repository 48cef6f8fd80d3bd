using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Platform.Data;

/// <summary>Text of pages as every database takes it: PostgreSQL knows no zeros in text.</summary>
internal static partial class DatabaseText
{
    public static string Clean(string text) => text.Replace('\0', ' ');

    public static string Json<T>(T value) => EscapedZero().Replace(JsonSerializer.Serialize(value, ArtifactJson.Compact), "$1 ");

    // An even number of backslashes before it are backslashes of the text.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\\u0000")]
    private static partial Regex EscapedZero();
}
