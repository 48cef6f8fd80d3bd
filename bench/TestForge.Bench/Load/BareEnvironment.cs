namespace TestForge.Bench.Load;

internal sealed class BareEnvironment
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public Guid ProjectId { get; init; }

    public required string Name { get; init; }

    public required string BaseUrl { get; init; }

    public required string Variables { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; } = 1;
}
