using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class UpdateTenant
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request
    {
        [StringLength(Tenant.NameLength, MinimumLength = 1)]
        public string? Name { get; init; }

        /// <summary>Lower-case letters, digits and hyphens.</summary>
        [StringLength(TenantShortName.NameLength)]
        public string? ShortName { get; init; }

        /// <summary>Networks in CIDR notation, of IPv4 and IPv6, from which alone the tenant may be used; empty for everywhere.</summary>
        [MaxLength(Tenant.MostNetworks)]
        public IReadOnlyList<string>? AllowedNetworks { get; init; }

        /// <summary>Sets a list that does not hold the caller's own address.</summary>
        public bool Force { get; init; }
    }

    public static void Map(IEndpointRouteBuilder tenant) => tenant
        .MapPatch("", HandleAsync)
        .WithName(nameof(UpdateTenant))
        .WithSummary("Change the caller's own tenant. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.TenantWrite)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<TenantResponse>, ApiProblem>> HandleAsync(Request request, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var tenant = await db.Tenants.SingleAsync(cancellationToken);
        if (ETags.WhyNot(http, tenant.Version) is { } stale)
        {
            return stale;
        }

        if (request.AllowedNetworks is { } texts && SetNetworks(tenant, texts, request.Force, http) is { } refused)
        {
            return refused;
        }

        if (request.ShortName is { } name && name != tenant.ShortName && await SetShortNameAsync(db, tenant, name, cancellationToken) is { } taken)
        {
            return taken;
        }

        tenant.Name = request.Name ?? tenant.Name;
        tenant.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, tenant.Version);
        return TypedResults.Ok(TenantResponse.Of(tenant));
    }

    private static ApiProblem? SetNetworks(Tenant tenant, IReadOnlyList<string> texts, bool force, HttpContext http)
    {
        var networks = texts.Select(t => t is null ? null : Networks.Normal(t)).ToArray();
        if (Array.IndexOf(networks, null) is var wrong and >= 0)
        {
            return ApiErrors.Invalid($"allowedNetworks[{wrong}]", "It has to be a network such as 203.0.113.0/24 or 2001:db8::/32, or an address.");
        }

        List<string> list = [.. networks.OfType<string>().Distinct()];
        if (!force && !Networks.Allow(list, http.Connection.RemoteIpAddress))
        {
            return MemberErrors.WouldLockOut(http.Connection.RemoteIpAddress);
        }

        tenant.AllowedNetworks = list;
        return null;
    }

    private static async Task<ApiProblem?> SetShortNameAsync(PlatformDb db, Tenant tenant, string name, CancellationToken cancellationToken)
    {
        if (!TenantShortName.IsValid(name))
        {
            return ApiErrors.Invalid("shortName", "Allowed are lower-case letters, digits and hyphens, which neither begin nor end it.");
        }

        var id = TenantShortName.IdOf(name);
        if (await db.TenantShortNames.AnyAsync(n => n.Id == id, cancellationToken))
        {
            return MemberErrors.ShortNameTaken(name);
        }

        if (tenant.ShortName is { } before)
        {
            var old = TenantShortName.IdOf(before);
            await db.TenantShortNames.Where(n => n.Id == old && n.Tenant == tenant.Id).ExecuteDeleteAsync(cancellationToken);
        }

        db.Add(new TenantShortName { Id = id, Tenant = tenant.Id });
        tenant.ShortName = name;
        return null;
    }
}
