using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Accounts;

/// <summary>A one-time code, or a recovery code in its place.</summary>
internal sealed record CodeRequest
{
    [Required]
    [StringLength(40, MinimumLength = 6)]
    public required string Code { get; init; }
}
