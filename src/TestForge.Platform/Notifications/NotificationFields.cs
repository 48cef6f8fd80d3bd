using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

/// <summary>What a person says of a notification.</summary>
internal sealed record NotificationFields
{
    private const int MostRecipients = 20;

    [Required]
    [StringLength(Notification.NameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    public NotificationTrigger Trigger { get; init; } = NotificationTrigger.Failed;

    /// <summary>An incoming webhook of Slack; needed for Slack, and again with each change.</summary>
    [StringLength(Webhook.UrlLength)]
    public string? Url { get; init; }

    /// <summary>Addresses of people, 1 to 20; needed for e-mail.</summary>
    [MaxLength(MostRecipients)]
    public IReadOnlyList<string>? To { get; init; }

    public bool Enabled { get; init; } = true;

    public NotificationAddress ToAddress() => new(Url, To is null ? null : [.. To.Distinct(StringComparer.OrdinalIgnoreCase)]);

    public async Task<ApiProblem?> WhyNotAsync(NotificationKind kind, PlatformDb db, NotificationGate gate, CancellationToken cancellationToken)
    {
        if (kind == NotificationKind.Slack)
        {
            return To is not null ? ApiErrors.Invalid("to", "Slack has a url and no addresses.")
                : Url is not { Length: > 0 } ? ApiErrors.Invalid("url", "Slack needs the address of an incoming webhook.")
                : await WebhookFields.WhyNotAsync(Url, gate.Targets, gate.Egress, cancellationToken);
        }

        if (Url is not null)
        {
            return ApiErrors.Invalid("url", "E-mail has addresses and no url.");
        }

        if (To is not { Count: > 0 } || To.Any(t => t is null || !MailText.IsAddress(t)))
        {
            return ApiErrors.Invalid("to", $"1 to {MostRecipients} plain addresses are needed, such as ann@shop.example.");
        }

        return gate.SendsMail ? await StrangerAsync(db, gate.Domains, cancellationToken) : NotificationErrors.NoMail();
    }

    private async Task<ApiProblem?> StrangerAsync(PlatformDb db, IList<string> domains, CancellationToken cancellationToken)
    {
        foreach (var address in To!.Where(t => !domains.Contains(t[(t.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase)))
        {
            // Only members of the tenant are seen here.
            if (!await db.Users.WithEmail(address).AnyAsync(cancellationToken))
            {
                return NotificationErrors.Stranger(address);
            }
        }

        return null;
    }
}
