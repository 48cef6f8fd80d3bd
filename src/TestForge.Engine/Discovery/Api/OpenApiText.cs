using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Api;

/// <summary>Writes the calls of a map as an OpenAPI 3.1 document.</summary>
internal static partial class OpenApiText
{
    private static readonly HashSet<string> Methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    /// <summary>Returns null when there is nothing to describe.</summary>
    public static JsonObject? Of(SiteMap map)
    {
        var calls = map.ApiCalls.Where(c => Methods.Contains(c.Method)).ToArray();
        if (calls.Length == 0)
        {
            return null;
        }

        var home = calls.Select(c => c.Origin).Contains(Origin(map.Target)) ? Origin(map.Target) : calls[0].Origin;
        var paths = new JsonObject();
        var ids = new HashSet<string>();
        foreach (var path in calls.GroupBy(c => c.Path).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var item = new JsonObject();
            foreach (var operation in path.GroupBy(c => c.Method).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                item[operation.Key.ToLowerInvariant()] = Operation([.. operation.OrderBy(c => c.Origin == home ? 0 : 1)], home, ids);
            }

            paths[path.Key] = item;
        }

        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = $"API of {map.Target.Authority}",
                ["version"] = "1",
                ["description"] = "What the pages of the application were seen to call. It shows what is used, not all that there is.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = home }),
            ["paths"] = paths,
        };
    }

    private static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);

    /// <param name="calls">Of one method and path: several when GraphQL or several hosts share it.</param>
    private static JsonObject Operation(IReadOnlyList<ApiCall> calls, string home, HashSet<string> ids)
    {
        var operation = new JsonObject { ["operationId"] = Id(calls[0], ids) };
        if (calls.Select(c => c.Operation).OfType<string>().Distinct().ToArray() is { Length: > 0 } named)
        {
            operation["summary"] = "GraphQL";
            operation["description"] = $"Operations seen: {string.Join(", ", named)}.";
        }

        var origins = calls.Select(c => c.Origin).Distinct().ToArray();
        if (origins is not [var only] || only != home)
        {
            operation["servers"] = new JsonArray([.. origins.Select(o => new JsonObject { ["url"] = o })]);
        }

        if (Parameters(calls) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (Body(calls, c => c.RequestType, c => c.RequestSchema) is { } request)
        {
            operation["requestBody"] = new JsonObject { ["content"] = request };
        }

        var responses = new JsonObject();
        foreach (var status in calls.SelectMany(c => c.Statuses).Distinct().Order())
        {
            var response = new JsonObject { ["description"] = $"Seen {(status is >= 200 and < 300 ? "as success" : "once or more")}." };
            if (status is >= 200 and < 300 and not 204 and not 205
                && Body([.. calls.Where(c => c.Statuses.Contains(status))], c => c.ResponseType, c => c.ResponseSchema) is { } content)
            {
                response["content"] = content;
            }

            responses[status.ToString(CultureInfo.InvariantCulture)] = response;
        }

        operation["responses"] = responses;
        operation["x-seen"] = calls.Sum(c => c.Count);
        operation["x-pages"] = new JsonArray([.. calls.SelectMany(c => c.PageIds).Distinct().Select(p => (JsonNode)p!)]);
        return operation;
    }

    private static JsonArray Parameters(IReadOnlyList<ApiCall> calls)
    {
        var path = Variable().Matches(calls[0].Path).Select(m => new JsonObject
        {
            ["name"] = m.Groups[1].Value,
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = SchemaOf(m.Groups[1].Value.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')),
        });
        var query = calls.SelectMany(c => c.Query).Distinct().Order(StringComparer.Ordinal).Select(n => new JsonObject
        {
            ["name"] = n,
            ["in"] = "query",
            ["schema"] = new JsonObject { ["type"] = "string" },
        });
        return new([.. path, .. query]);
    }

    private static JsonObject SchemaOf(string kind) => kind switch
    {
        "id" => new() { ["type"] = "integer" },
        "uuid" or "date" or "email" => new() { ["type"] = "string", ["format"] = kind },
        _ => new() { ["type"] = "string" },
    };

    private static JsonObject? Body(IReadOnlyList<ApiCall> calls, Func<ApiCall, string?> typeOf, Func<ApiCall, JsonNode?> schemaOf)
    {
        var content = new JsonObject();
        foreach (var type in calls.GroupBy(c => typeOf(c) ?? "").Where(g => MediaType().IsMatch(g.Key)))
        {
            var schemas = type.Select(schemaOf).OfType<JsonNode>().DistinctBy(s => s.ToJsonString()).Select(s => s.DeepClone()).ToArray();
            content[type.Key] = schemas.Length switch
            {
                0 => new JsonObject(),
                1 => new JsonObject { ["schema"] = schemas[0] },
                _ => new JsonObject { ["schema"] = new JsonObject { ["anyOf"] = new JsonArray(schemas) } },
            };
        }

        return content.Count > 0 ? content : null;
    }

    private static string Id(ApiCall call, HashSet<string> ids)
    {
        var name = call.Method.ToLowerInvariant() + string.Concat(Words().Matches(call.Path).Select(m => char.ToUpperInvariant(m.Value[0]) + m.Value[1..]));
        var id = name;
        for (var i = 2; !ids.Add(id); i++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{name}{i}");
        }

        return id;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[\w!#$&^.+\-]+/[\w!#$&^.+\-]+\z")]
    private static partial Regex MediaType();
}
