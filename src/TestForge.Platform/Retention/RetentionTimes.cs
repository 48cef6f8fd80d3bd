namespace TestForge.Platform.Retention;

/// <summary>For one tenant, the moments before which data are too old. Each is counted from the end of what it is about.</summary>
internal sealed record RetentionTimes
{
    public required DateTimeOffset Now { get; init; }

    public required DateTimeOffset Runs { get; init; }

    public required DateTimeOffset Events { get; init; }

    public required DateTimeOffset Audit { get; init; }

    public required DateTimeOffset Deliveries { get; init; }

    public required DateTimeOffset Outbox { get; init; }

    public required DateTimeOffset Idempotency { get; init; }

    public required DateTimeOffset EndedKeys { get; init; }

    public static RetentionTimes Of(RetentionPolicy? policy, RetentionOptions options, DateTimeOffset now) => new()
    {
        Now = now,
        Runs = now.AddDays(-(policy?.RunDays ?? options.RunDays)),
        Events = now.AddDays(-(policy?.EventDays ?? options.EventDays)),
        Audit = now.AddDays(-(policy?.AuditDays ?? options.AuditDays)),
        Deliveries = now.AddDays(-(policy?.DeliveryDays ?? options.DeliveryDays)),
        Outbox = now.AddDays(-options.OutboxDays),
        Idempotency = now.AddHours(-options.IdempotencyHours),
        EndedKeys = now.AddDays(-options.EndedKeyDays),
    };
}
