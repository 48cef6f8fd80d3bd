using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

internal static class UpdateRetention
{
    public sealed record Request
    {
        /// <summary>Runs that have ended, with all that they left; null for the server's own setting.</summary>
        [Range(1, RetentionLimits.MostDays)]
        public int? RunDays { get; init; }

        /// <summary>Events of runs that have ended.</summary>
        [Range(1, RetentionLimits.MostDays)]
        public int? EventDays { get; init; }

        /// <summary>Lines of the audit log.</summary>
        [Range(RetentionLimits.LeastAuditDays, RetentionLimits.MostDays)]
        public int? AuditDays { get; init; }

        /// <summary>Deliveries of webhooks and notifications that have ended.</summary>
        [Range(1, RetentionLimits.MostDays)]
        public int? DeliveryDays { get; init; }
    }

    public static void Map(IEndpointRouteBuilder retention) => retention
        .MapPut("", HandleAsync)
        .WithName(nameof(UpdateRetention))
        .WithSummary("Say for how many days what is kept. Needs If-Match with the ETag of what was read. What is too old then is removed within a day, for good.")
        .RequireAuthorization(Scopes.RetentionWrite)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<RetentionResponse>, ApiProblem>> HandleAsync(
        Request request,
        PlatformDb db,
        TenantContext tenant,
        IOptions<RetentionOptions> options,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var policy = await db.RetentionPolicies.SingleOrDefaultAsync(cancellationToken);
        if (ETags.WhyNot(http, policy?.Version ?? 0) is { } problem)
        {
            return problem;
        }

        if (policy is null)
        {
            policy = new() { Id = tenant.Current.Value, TenantId = tenant.Current, UpdatedAt = clock.GetUtcNow(), Version = 0 };
            db.RetentionPolicies.Add(policy);
        }

        (policy.RunDays, policy.EventDays, policy.AuditDays, policy.DeliveryDays) = (request.RunDays, request.EventDays, request.AuditDays, request.DeliveryDays);
        policy.UpdatedAt = clock.GetUtcNow();
        policy.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, policy.Version);
        return TypedResults.Ok(RetentionResponse.Of(policy, options.Value));
    }
}
