namespace TestForge.Platform.Webhooks;

/// <summary>What a webhook can be told of. A kind's data only ever gains fields; a change that breaks a receiver gets a new kind.</summary>
internal static class WebhookEvents
{
    public const string RunFinished = "run.finished";

    /// <summary>Sent on demand, to one webhook.</summary>
    public const string Test = "webhook.test";

    public static readonly IReadOnlyList<string> All = [RunFinished];
}
