using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class WebhooksModel
{
    public static void Map(ModelBuilder model, string json)
    {
        model.Entity<Webhook>(webhook =>
        {
            webhook.HasAlternateKey(w => new { w.TenantId, w.Id });
            webhook.Property(w => w.Url).HasMaxLength(Webhook.UrlLength);
            webhook.Property(w => w.Description).HasMaxLength(Webhook.DescriptionLength);
            webhook.Property(w => w.DisabledReason).HasMaxLength(Webhook.DescriptionLength);
            webhook.Property(w => w.Events).HasJson(json);
            webhook.Property(w => w.Version).IsConcurrencyToken();
        });
        model.Entity<WebhookDelivery>(delivery =>
        {
            delivery.HasAlternateKey(d => new { d.TenantId, d.Id });
            delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => new { d.TenantId, d.WebhookId }).HasPrincipalKey(w => new { w.TenantId, w.Id }).OnDelete(DeleteBehavior.Cascade);
            delivery.Property(d => d.Kind).HasMaxLength(100);
            delivery.HasIndex(d => new { d.TenantId, d.WebhookId, d.MessageId }).IsUnique();
        });
        model.Entity<WebhookAttempt>(attempt =>
        {
            attempt.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => new { a.TenantId, a.DeliveryId }).HasPrincipalKey(d => new { d.TenantId, d.Id }).OnDelete(DeleteBehavior.Cascade);
            attempt.Property(a => a.Error).HasMaxLength(WebhookAttempt.TextLength);
            attempt.Property(a => a.Response).HasMaxLength(WebhookAttempt.TextLength);
        });
    }
}
