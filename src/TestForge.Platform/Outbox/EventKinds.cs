namespace TestForge.Platform.Outbox;

/// <summary>What others can be told of. A kind's data only ever gains fields; a change that would break a receiver gets a new kind.</summary>
internal static class EventKinds
{
    public const string RunFinished = "run.finished";

    /// <summary>Sent on demand, to one webhook.</summary>
    public const string Test = "webhook.test";

    public static readonly IReadOnlyList<string> All = [RunFinished];
}
