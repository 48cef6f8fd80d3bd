using System.ComponentModel.DataAnnotations;
using TestForge.Platform.Api;
using TestForge.Platform.Outbox;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Webhooks;

/// <summary>What a person says of a webhook, and its check.</summary>
internal sealed record WebhookFields
{
    /// <summary>Where messages are sent by POST: https, or http on a server for one's own machine.</summary>
    [Required]
    [StringLength(Webhook.UrlLength, MinimumLength = 1)]
    public required string Url { get; init; }

    [StringLength(Webhook.DescriptionLength)]
    public string Description { get; init; } = "";

    /// <summary>Kinds of events; none means all.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string> Events { get; init; } = [];

    public bool Enabled { get; init; } = true;

    public async Task<ApiProblem?> WhyNotAsync(TargetGate gate, EgressOptions options, CancellationToken cancellationToken)
    {
        if (Events.FirstOrDefault(e => !EventKinds.All.Contains(e)) is not null)
        {
            return ApiErrors.Invalid("events", $"Allowed are: {string.Join(", ", EventKinds.All)}.");
        }

        return await WhyNotAsync(Url, gate, options, cancellationToken);
    }

    /// <summary>Why nothing is sent to an address, or null.</summary>
    public static async Task<ApiProblem?> WhyNotAsync(string url, TargetGate gate, EgressOptions options, CancellationToken cancellationToken)
    {
        if (TargetGate.WhyNoTarget(url) is { } why)
        {
            return ApiErrors.Invalid("url", why);
        }

        if (new Uri(url).Scheme != Uri.UriSchemeHttps && options is { AllowLoopback: false, AllowPrivateNetworks: false })
        {
            return ApiErrors.Invalid("url", "It has to begin with https://, since results are sent there.");
        }

        return await gate.RefusalOfAsync(new(url), cancellationToken) is { } refusal ? WebhookErrors.AddressRefused(refusal) : null;
    }
}
