namespace TestForge.Pipeline;

/// <summary>A sub-resource that did not load.</summary>
/// <param name="Url">Its address, secrets in the query removed.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Status">HTTP status, or 0 without a response.</param>
/// <param name="Reason">The browser's or server's words.</param>
public sealed record FailedRequest(string Url, string Method, int Status, string Reason);
