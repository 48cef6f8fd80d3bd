using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Browser;

/// <summary>Reads what a GraphQL request asks for.</summary>
internal static partial class GraphQl
{
    private const int MaxNamed = 3;
    private const int MaxLength = 256 * 1024;

    /// <summary>Kind and name (<c>query Products</c>), or what is known of them; null when the body is no GraphQL request.</summary>
    public static string? OperationOf(JsonElement body, string path)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            var names = body.EnumerateArray().Take(MaxNamed).Select(b => OperationOf(b, path)).OfType<string>().ToArray();
            return names.Length == 0 ? null : string.Join(", ", names);
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var query = Text(body, "query");
        var named = Text(body, "operationName") is { } given && Name().IsMatch(given) ? given : null;
        var found = query is null ? null : Operation().Match(query) is { Success: true } match ? match : null;
        if (found is null && !Endpoint().IsMatch(path))
        {
            return null;
        }

        var kind = found?.Groups[1].Value is { Length: > 0 } written ? written : query is null ? null : "query";
        named ??= found?.Groups[2].Value is { Length: > 0 and <= 100 } name ? name : null;
        return kind is null ? named : named is null ? kind : $"{kind} {named}";
    }

    /// <summary>Whether the body of a request is written in GraphQL and changes nothing: queries alone, no mutation.</summary>
    public static bool OnlyReads(string? body)
    {
        if (body is not { Length: > 0 and <= MaxLength } || body.TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            var requests = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : new[] { json.RootElement };
            return requests.Length > 0 && requests.All(OnlyReads);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool OnlyReads(JsonElement request) =>
        request.ValueKind == JsonValueKind.Object && Text(request, "query") is { } query
        && Operation().Matches(query) is { Count: > 0 } found && found.All(m => m.Groups[1].Value is "query" or "");

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A document may begin with fragments; a query without a name may be braces alone.
    [GeneratedRegex(@"(?:^|[\s}])(query|mutation|subscription)\b\s*([A-Za-z_]\w*)?\s*[({@]|^\s*\{")]
    private static partial Regex Operation();

    [GeneratedRegex(@"^[A-Za-z_]\w{0,99}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"/(graphql|gql|graph)/?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Endpoint();
}
