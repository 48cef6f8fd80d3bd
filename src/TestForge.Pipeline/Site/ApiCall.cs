using System.Text.Json.Nodes;

namespace TestForge.Pipeline;

/// <summary>A call that pages made to an API of the application; calls of one method and path template are one.</summary>
public sealed record ApiCall
{
    public required string Method { get; init; }

    /// <summary>Path with its variable parts named: <c>/api/orders/{id}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Scheme, host and port it was sent to.</summary>
    public required string Origin { get; init; }

    /// <summary>The operation of a GraphQL call, such as <c>query Products</c>; null for other calls.</summary>
    public string? Operation { get; init; }

    /// <summary>Names of query parameters seen; values are not kept.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>HTTP statuses seen, ascending.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    public string? RequestType { get; init; }

    /// <summary>JSON schema of the bodies sent: names and types, no values.</summary>
    public JsonNode? RequestSchema { get; init; }

    public string? ResponseType { get; init; }

    /// <summary>JSON schema of the successful answers: names and types, no values.</summary>
    public JsonNode? ResponseSchema { get; init; }

    public int Count { get; init; }

    /// <summary>Pages that made the call.</summary>
    public IReadOnlyList<string> PageIds { get; init; } = [];
}
