using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Webhooks;

internal static class Deliveries
{
    public const string WorkKind = "webhook";

    /// <summary>Adds a delivery for a webhook and the work of making it.</summary>
    public static Task<WebhookDelivery> AddAsync(PlatformDb db, Guid webhook, Guid message, string kind, string body, DateTimeOffset now, CancellationToken cancellationToken) => AddAsync(
        db,
        new() { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, WebhookId = webhook, MessageId = message, Kind = kind, Body = body, CreatedAt = now, NextAt = now },
        cancellationToken);

    /// <summary>Adds a delivery and the work of making it.</summary>
    public static async Task<WebhookDelivery> AddAsync(PlatformDb db, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        db.WebhookDeliveries.Add(delivery);
        await WorkQueue.AddAsync(db, WorkKind, delivery.TenantId, delivery.Id, delivery.CreatedAt, cancellationToken);
        return delivery;
    }

    /// <summary>A page of deliveries in a state, or in all.</summary>
    /// <param name="deliveries">Those of one receiver.</param>
    /// <param name="status">The word for the state, or null.</param>
    /// <param name="page">Which page.</param>
    /// <param name="http">The request, for links.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Results<Ok<Page<DeliveryResponse>>, ApiProblem>> PageAsync(IQueryable<WebhookDelivery> deliveries, string? status, PageQuery page, HttpContext http, CancellationToken cancellationToken)
    {
        if (status is not { Length: > 0 })
        {
            return await page.PageOfAsync(deliveries, d => DeliveryResponse.Of(d), http, cancellationToken);
        }

        return EnumWords.TryRead<DeliveryStatus>(status, out var wanted)
            ? await page.PageOfAsync(deliveries.Where(d => d.Status == wanted), d => DeliveryResponse.Of(d), http, cancellationToken)
            : ApiErrors.Invalid("status", $"Allowed are: {string.Join(", ", EnumWords.Of<DeliveryStatus>())}.");
    }

    /// <summary>A delivery with what was sent and answered.</summary>
    public static async Task<DeliveryDetail> DetailAsync(PlatformDb db, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // As many as there are attempts at a delivery, and as often as it was replayed.
        var attempts = await db.WebhookAttempts.AsNoTracking().Where(a => a.DeliveryId == delivery.Id).OrderByDescending(a => a.Id).Take(100)
            .Select(a => new DeliveryDetail.Attempt(a.At, a.Milliseconds, a.StatusCode, a.Error, a.Response)).ToArrayAsync(cancellationToken);
        return new(DeliveryResponse.Of(delivery), delivery.Body, attempts);
    }

    /// <summary>Lets a delivery that has ended begin anew.</summary>
    public static async Task ReplayAsync(PlatformDb db, WebhookDelivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (delivery.Status, delivery.Attempts, delivery.NextAt, delivery.EndedAt) = (DeliveryStatus.Pending, 0, now, null);
        await WorkQueue.AddAsync(db, WorkKind, delivery.TenantId, delivery.Id, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
