using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Projects;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

internal static class NotificationsModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Notification>(notification =>
        {
            notification.HasAlternateKey(n => new { n.TenantId, n.Id });
            notification.HasOne<Project>().WithMany().HasForeignKey(n => new { n.TenantId, n.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
            notification.Property(n => n.Name).HasMaxLength(Notification.NameLength);
            notification.Property(n => n.DisabledReason).HasMaxLength(Webhook.DescriptionLength);
            notification.Property(n => n.Version).IsConcurrencyToken();
        });
        model.Entity<WebhookDelivery>(delivery =>
        {
            delivery.HasOne<Notification>().WithMany().HasForeignKey(d => new { d.TenantId, d.NotificationId }).HasPrincipalKey(n => new { n.TenantId, n.Id }).OnDelete(DeleteBehavior.Cascade);
            delivery.HasIndex(d => new { d.TenantId, d.NotificationId, d.MessageId }).IsUnique();
        });
    }
}
