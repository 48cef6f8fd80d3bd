using TestForge.Platform.Personal;
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

    [PersonalData(PersonalKind.FreeText, "to know a request again; made up by the caller")]
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body, in hexadecimal.</summary>
    [NotPersonal("the hash of a request")]
    public required string Request { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Status { get; set; }

    [NotPersonal("an address of ours")]
    public string? Location { get; set; }

    [NotPersonal("a version")]
    public string? ETag { get; set; }

    [PersonalData(PersonalKind.FreeText, "to give an answer again")]
    public required string Body { get; set; }
}
