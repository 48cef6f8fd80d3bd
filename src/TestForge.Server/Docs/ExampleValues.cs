using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using TestForge.Platform.Outbox;

namespace TestForge.Server.Docs;

/// <summary>Makes an example of a schema: values that a reader knows by the names of their fields, and that the API would take.</summary>
internal static class ExampleValues
{
    private const int Deepest = 6;
    private const string SomeId = "0198c0de-7e57-7f09-9e00-000000000001";
    private const string SomeTime = "2030-03-01T06:00:00+00:00";
    private const string SomeHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Dictionary<string, JsonNode> Known = new(StringComparer.Ordinal)
    {
        ["name"] = "Shop",
        ["description"] = "The web shop.",
        ["baseUrl"] = "https://shop.example/",
        ["target"] = "https://shop.example/",
        ["url"] = "https://shop.example/orders",
        ["address"] = "/api/v1/runs/" + SomeId,
        ["self"] = "/api/v1/projects?limit=50",
        ["next"] = "/api/v1/projects?limit=50&cursor=WyItaWQiLG51bGwsIjAxOThjMGRlLTdlNTctN2YwOS05ZTAwLTAwMDAwMDAwMDAwMSJd",
        ["title"] = "The cart keeps what was put into it",
        ["planTitle"] = "The cart keeps what was put into it",
        ["feature"] = "Cart",
        ["technique"] = "journey",
        ["key"] = "cart-keeps-items",
        ["reason"] = "The bank's test system is down.",
        ["note"] = "It is the same button.",
        ["owner"] = "ann",
        ["expires"] = "2030-03-31",
        ["cron"] = "0 6 * * MON-FRI",
        ["timeZone"] = "Europe/Berlin",
        ["pathPrefix"] = "/",
        ["month"] = "2030-03",
        ["page"] = "/cart",
        ["element"] = "Buy button",
        ["elementName"] = "Buy button",
        ["diff"] = "--- a/pages/cart-page.ts\n+++ b/pages/cart-page.ts\n@@ -4 +4 @@\n-  page.getByRole('button', { name: 'Buy', exact: true })\n+  page.getByRole('button', { name: 'Buy now', exact: true })\n",
        ["platform"] = "chromium-linux",
        ["said"] = "2 % of the picture differ.",
        ["sha256"] = SomeHash,
        ["expectedSha256"] = SomeHash,
        ["hash"] = SomeHash,
        ["previousHash"] = SomeHash,
        ["tail"] = "x7Qa",
        ["secret"] = "whsec_…",
        ["storageState"] = "{\"cookies\":[],\"origins\":[]}",
        ["message"] = "The text is another.",
        ["errorCode"] = "target.unreachable",
        ["errorMessage"] = "No page of https://shop.example/ could be read.",
        ["kind"] = "report-html",
        ["scope"] = "runs:read",
        ["event"] = EventKinds.RunFinished,
        ["include"] = "/shop/**",
        ["exclude"] = "/admin/**",
        ["tag"] = "money",
        ["remove"] = "OLD_PASSWORD",
        ["runDays"] = 90,
        ["eventDays"] = 90,
        ["auditDays"] = 400,
        ["deliveryDays"] = 30,
        ["email"] = "ann@shop.example",
        ["role"] = "editor",
        ["issuer"] = "https://id.shop.example",
        ["allowedNetworks"] = "192.0.2.0/24",
        ["maxPages"] = 50,
        ["maxDepth"] = 6,
        ["maxTests"] = 100,
        ["minutes"] = 60,
        ["overlapHours"] = 24,
        ["pages"] = 42,
        ["tests"] = 96,
        ["paused"] = false,
        ["interrupted"] = false,
        ["login"] = JsonNode.Parse("""
            {
              "url": "/login",
              "steps": [
                { "do": "fill", "locator": { "kind": "label", "value": "E-mail" }, "value": "${env:SHOP_USER}" },
                { "do": "fill", "locator": { "kind": "label", "value": "Password" }, "value": "${env:SHOP_PASSWORD}" },
                { "do": "click", "locator": { "kind": "role", "value": "button", "name": "Sign in" } }
              ],
              "success": { "url": "/account" }
            }
            """)!,
    };

    public static JsonNode? Of(IOpenApiSchema schema) => Of(schema, "", 0);

    private static JsonNode? Of(IOpenApiSchema schema, string name, int depth)
    {
        // What leads to itself, such as a locator within another, is shown once.
        if (name is "login" && Known.TryGetValue(name, out var login))
        {
            return login.DeepClone();
        }

        if (name is "within")
        {
            return null;
        }

        if (schema.Enum is { Count: > 0 } words)
        {
            return words.FirstOrDefault(w => w is not null)?.DeepClone();
        }

        IOpenApiSchema[] parts = [.. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? []];
        if (parts.Length > 0)
        {
            return parts.Select(p => Of(p, name, depth)).FirstOrDefault(p => p is not null);
        }

        var type = schema.Type ?? (schema.Properties is { Count: > 0 } ? JsonSchemaType.Object : JsonSchemaType.Null);
        return type switch
        {
            _ when type.HasFlag(JsonSchemaType.Object) => ObjectOf(schema, depth),
            _ when type.HasFlag(JsonSchemaType.Array) => depth >= Deepest || schema.Items is null || Of(schema.Items, Singular(name), depth + 1) is not { } item ? new JsonArray() : new JsonArray(item),
            _ when type.HasFlag(JsonSchemaType.Boolean) => Known.GetValueOrDefault(name)?.DeepClone() ?? schema.Default?.DeepClone() ?? true,
            _ when type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number) => NumberOf(schema, name),
            _ when type.HasFlag(JsonSchemaType.String) => TextOf(schema, name),

            // Anything, such as the values of a line of the audit log.
            _ => new JsonObject { ["name"] = "Shop" },
        };
    }

    private static JsonObject ObjectOf(IOpenApiSchema schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (depth < Deepest && Of(property, name, depth + 1) is { } value)
            {
                made[name] = value;
            }
        }

        if (schema.AdditionalProperties is { } more && depth < Deepest && made.Count == 0 && Of(more, "value", depth + 1) is { } entry)
        {
            made["SHOP_USER"] = entry;
        }

        return made;
    }

    private static JsonNode NumberOf(IOpenApiSchema schema, string name) => name switch
    {
        "status" => 200,
        "passRate" or "healthScore" or "score" => 0.95,
        _ when Known.TryGetValue(name, out var known) => known.DeepClone(),
        _ when schema.Default is { } given => given.DeepClone(),
        _ => 1,
    };

    private static JsonNode TextOf(IOpenApiSchema schema, string name) => schema.Format switch
    {
        "uuid" => SomeId,
        "date-time" => SomeTime,
        "date" => "2030-03-31",
        "uri" => "https://shop.example/",
        _ when Known.TryGetValue(name, out var known) => known.DeepClone(),
        _ when schema.Default is { } given => given.DeepClone(),
        _ => "text".PadRight(schema.MinLength ?? 0, '0'),
    };

    private static string Singular(string name) => name switch
    {
        "scopes" => "scope",
        _ when name.EndsWith('s') => name[..^1],
        _ => name,
    };
}
