namespace TestForge.Engine.Discovery.Api;

/// <summary>One answered call.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Page">Address of the page that made it.</param>
/// <param name="Operation">The operation, of a GraphQL call.</param>
/// <param name="RequestType">Media type without parameters.</param>
/// <param name="Request">Shape of the body sent, when it could be read.</param>
/// <param name="ResponseType">Media type without parameters.</param>
internal sealed record ApiSighting(
    string Method,
    int Status,
    string? Page,
    string? Operation,
    string? RequestType,
    JsonShape? Request,
    string? ResponseType)
{
    public static bool IsJson(string? mediaType) =>
        mediaType is "application/json" or "text/json" || mediaType?.EndsWith("+json", StringComparison.Ordinal) == true;
}
