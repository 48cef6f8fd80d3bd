using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;
using TestForge.Platform.Members;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>What a tenant says of its provider.</summary>
internal sealed record ProviderFields
{
    [Required]
    [StringLength(IdentityProvider.NameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>The issuer, exactly as the provider writes it.</summary>
    [Required]
    [StringLength(IdentityProvider.UrlLength)]
    public required string Issuer { get; init; }

    [Required]
    [StringLength(200, MinimumLength = 1)]
    public required string ClientId { get; init; }

    /// <summary>Needed at first; null keeps the one that is there.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? ClientSecret { get; init; }

    [StringLength(100, MinimumLength = 1)]
    public string GroupsClaim { get; init; } = "groups";

    /// <summary>The role that each group gives; of several, the one that may most.</summary>
    public IReadOnlyDictionary<string, Role> GroupRoles { get; init; } = new Dictionary<string, Role>();

    /// <summary>The role of whoever is in none of them; null: they are not let in.</summary>
    public Role? DefaultRole { get; init; }

    /// <summary>Why a provider must not be set up like this, or null. Asks the provider.</summary>
    public async Task<ApiProblem?> WhyNotAsync(ProviderDescriptions descriptions, HttpContext http, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            return ApiErrors.Invalid("issuer", "It has to be a whole address that begins with https://, without a query.");
        }

        if (GroupRoles.Count > IdentityProvider.MostGroups || GroupRoles.Keys.Any(g => g.Length is 0 or > 200))
        {
            return ApiErrors.Invalid("groupRoles", $"At most {IdentityProvider.MostGroups} groups, each of 1 to 200 characters.");
        }

        if (GroupRoles.Values.Concat(DefaultRole is { } role ? [role] : []).Distinct().Select(r => ChangeRole.WhyNot(http, r)).FirstOrDefault(p => p is not null) is { } more)
        {
            return more;
        }

        try
        {
            await descriptions.OfAsync(Issuer, anew: false, cancellationToken);
            return null;
        }
        catch (ProviderException e)
        {
            return IdentityErrors.ProviderUnusable(e.Message);
        }
    }
}
