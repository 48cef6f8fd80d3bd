using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.SingleSignOn;

internal static class IdentityErrors
{
    public static ApiProblem ProviderNotFound(Guid id) => new(StatusCodes.Status404NotFound, "identity.provider_not_found", $"There is no identity provider {id}.");

    public static ApiProblem ProviderInUse(string domain) => new(StatusCodes.Status409Conflict, "identity.provider_in_use", $"The domain {domain} leads to this provider. Give it another, or none, first.");

    public static ApiProblem ProviderUnusable(string why) => new(StatusCodes.Status422UnprocessableEntity, "identity.provider_unusable", $"The provider's description cannot be used: {why}");

    public static ApiProblem DomainNotFound(Guid id) => new(StatusCodes.Status404NotFound, "identity.domain_not_found", $"There is no domain {id}.");

    public static ApiProblem DomainNotVerified(string name) => new(StatusCodes.Status409Conflict, "identity.domain_not_verified", $"The tenant has not shown yet that {name} is its own. Publish the record, then verify the domain.");

    public static ApiProblem RecordMissing(string record, string text) =>
        new(StatusCodes.Status422UnprocessableEntity, "identity.record_missing", $"No TXT record of {record} says {text}. Publish it, and wait until it is known everywhere.");
}
