using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Notifications;

internal static class CreateNotification
{
    private const int MostOfTenant = 50;

    public sealed record Request
    {
        public required NotificationKind Kind { get; init; }

        /// <summary>The project it is about; all of the tenant's when left out.</summary>
        public Guid? ProjectId { get; init; }

        [Required]
        public required NotificationFields Fields { get; init; }
    }

    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateNotification))
        .WithSummary("Have people told by Slack or e-mail how runs ended: all, only those that failed, or those that ended otherwise than the one before")
        .RequireAuthorization(Scopes.NotificationsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<NotificationResponse>, ApiProblem>> HandleAsync(
        Request request,
        PlatformDb db,
        TenantContext tenant,
        NotificationGate gate,
        SecretBox secrets,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (request.ProjectId is { } project && !await db.Projects.AnyAsync(p => p.Id == project, cancellationToken))
        {
            return ProjectErrors.NotFound(project);
        }

        if (await request.Fields.WhyNotAsync(request.Kind, db, gate, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await db.Notifications.CountAsync(cancellationToken) >= MostOfTenant)
        {
            return NotificationErrors.TooMany(MostOfTenant);
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var notification = new Notification
        {
            Id = id,
            TenantId = tenant.Current,
            ProjectId = request.ProjectId,
            Name = request.Fields.Name,
            Kind = request.Kind,
            Trigger = request.Fields.Trigger,
            Address = await secrets.SealAsync(db, Notification.SecretPurpose, id, request.Fields.ToAddress().ToText(), cancellationToken),
            Enabled = request.Fields.Enabled,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Notifications.Add(notification);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, notification.Version);
        return TypedResults.Created($"/api/v1/notifications/{id}", NotificationResponse.Of(notification) with { Address = request.Fields.ToAddress().Shown() });
    }
}
