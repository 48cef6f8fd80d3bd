namespace TestForge.Platform.Access;

/// <summary>Knows a caller by an access token. Beside its user, because tokens are another module's.</summary>
internal interface IAccessTokens
{
    /// <summary>Whose token it is, or null when it is none of ours, has expired, or was revoked.</summary>
    Task<CallerIdentity?> KnowAsync(string text, CancellationToken cancellationToken);
}
