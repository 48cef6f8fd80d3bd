using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

internal static partial class AddDomain
{
    public sealed record Request
    {
        [Required]
        [StringLength(TenantDomain.NameLength, MinimumLength = 4)]
        public required string Name { get; init; }
    }

    public static void Map(IEndpointRouteBuilder domains) => domains
        .MapPost("", HandleAsync)
        .WithName(nameof(AddDomain))
        .WithSummary("Say that a domain is the tenant's own; the answer has the record that shows it")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<DomainResponse>, ApiProblem>> HandleAsync(Request request, PlatformDb db, TenantContext tenant, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim().TrimEnd('.').ToLowerInvariant();
        if (!Form().IsMatch(name))
        {
            return ApiErrors.Invalid("name", "It has to be a domain such as shop.example, in the ASCII form when it has other letters.");
        }

        var now = clock.GetUtcNow();
        var domain = new TenantDomain { Id = Guid.CreateVersion7(now), TenantId = tenant.Current, Name = name, Challenge = RandomNumberGenerator.GetHexString(40, lowercase: true), CreatedAt = now };
        db.Add(domain);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, domain.Version);
        return TypedResults.Created($"/api/v1/domains/{domain.Id}", DomainResponse.Of(domain));
    }

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
