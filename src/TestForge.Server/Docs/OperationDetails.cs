using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace TestForge.Server.Docs;

/// <summary>Completes each operation: the failures that any of them may have, the headers that conventions ask for, and an example of every body.</summary>
internal static class OperationDetails
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    public static void Complete(OpenApiDocument document)
    {
        Problems(document);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                Complete(operation, method, path, document);
            }
        }
    }

    private static void Complete(OpenApiOperation operation, HttpMethod method, string path, OpenApiDocument document)
    {
        operation.Responses ??= [];
        operation.Description ??= operation.Summary;
        foreach (var status in Common(operation))
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(status) });
        }

        if (operation.RequestBody?.Content is { } bodies)
        {
            foreach (var body in bodies.Values.Where(b => b is { Example: null, Schema: not null }))
            {
                body.Example = ExampleValues.Of(body.Schema!);
            }
        }

        foreach (var (code, response) in operation.Responses)
        {
            var status = int.Parse(code, CultureInfo.InvariantCulture);
            if (status >= 400 && response is OpenApiResponse failure)
            {
                failure.Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document), Example = ProblemExamples.Of(status, path) } };
            }
            else
            {
                ExampleOf(response);
            }
        }

        Headers(operation, method);
    }

    // The schema that comes along knows the fields of RFC 9457 and none of ours.
    private static void Problems(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        schemas["ProblemDetails"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A failure (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("Address of a page about the code."),
                ["title"] = Text("The status in words."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
                ["detail"] = Text("What was wrong, where, and what to do."),
                ["instance"] = Text("The address that was asked for."),
                ["code"] = Text("Stable, for programs."),
                ["traceId"] = Text("Names the request to the operator."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "What is wrong with which field.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text("What is wrong.") },
                },
            },
        };
        foreach (var words in schemas.Values.OfType<OpenApiSchema>().Where(s => s is { Enum.Count: > 0, Type: null }))
        {
            words.Type = words.Enum!.Any(w => w is null) ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }

        foreach (var schema in schemas.Values.OfType<OpenApiSchema>().Where(s => s.Properties is not null))
        {
            foreach (var (name, property) in schema.Properties!.ToArray())
            {
                schema.Properties![name] = Nullable(property);
            }
        }
    }

    // "One of null and that" is not something that readers of version 3.0 know; "that, or null" is.
    private static IOpenApiSchema Nullable(IOpenApiSchema property)
    {
        if (property.OneOf is not { Count: 2 } parts || parts.FirstOrDefault(p => p is OpenApiSchemaReference) is not { } known)
        {
            return property;
        }

        return known.Type is { } type
            ? new OpenApiSchema { Type = type | JsonSchemaType.Null, AllOf = [known], Description = property.Description }
            : new OpenApiSchema { Description = property.Description };
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static IEnumerable<int> Common(OpenApiOperation operation) => operation.RequestBody is null ? [400, 429, 500] : [400, 413, 415, 429, 500];

    private static void ExampleOf(IOpenApiResponse response)
    {
        foreach (var (type, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            media.Example ??= type == Json && media.Schema is { } schema ? ExampleValues.Of(schema) : TextOf(type);
        }
    }

    private static JsonNode? TextOf(string type) => type switch
    {
        "text/event-stream" => "id: 1\nevent: run-queued\ndata: {\"event\":\"run-queued\"}\n\n",
        "text/html" => "<!doctype html><title>Report</title>",
        "application/x-ndjson" => "{\"sequence\":1}\n",
        _ => "…",
    };

    private static void Headers(OpenApiOperation operation, HttpMethod method)
    {
        if (operation.Responses!.ContainsKey("428"))
        {
            Add("If-Match", "The ETag of what was read.", "\"1\"", required: true);
        }

        if (method == HttpMethod.Post)
        {
            Add("Idempotency-Key", "Makes it safe to send the same request again: the first answer is given again.", "3b1f8a54-1f3c-4c61-9a77-7d1d54f0e0c1", required: false);
        }

        if (method == HttpMethod.Get && operation.Responses.TryGetValue("200", out var ok) && ok.Content?.ContainsKey(Json) == true)
        {
            Add("If-None-Match", "The ETag of an answer that is known; when it still is the answer, 304 comes without a body.", "\"1\"", required: false);
            operation.Responses.TryAdd("304", new OpenApiResponse { Description = "Not Modified" });
        }

        void Add(string name, string description, string example, bool required)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Required = required,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = example,
            });
        }
    }
}
