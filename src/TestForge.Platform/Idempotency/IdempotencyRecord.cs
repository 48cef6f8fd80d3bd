using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Idempotency;

/// <summary>The answer to a request that bore an Idempotency-Key, given again when the request comes again.</summary>
internal sealed class IdempotencyRecord : ITenantOwned
{
    public const int KeyLength = 200;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>Whose key it is: another API key may use the same word.</summary>
    public required Guid ApiKeyId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body, in hexadecimal.</summary>
    public required string Request { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Status { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }

    public required string Body { get; set; }
}
