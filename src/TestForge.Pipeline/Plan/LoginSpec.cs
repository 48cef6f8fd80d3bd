namespace TestForge.Pipeline;

/// <summary>How to sign in. File: <c>login.json</c>; secrets are <c>${env:NAME}</c>, never literal.</summary>
public sealed record LoginSpec
{
    /// <summary>Address of the sign-in page, absolute or relative to the target's origin.</summary>
    public required string Url { get; init; }

    public required IReadOnlyList<LoginStep> Steps { get; init; }

    public required LoginSuccess Success { get; init; }
}
