namespace TestForge.Bench.Load;

internal sealed class BareProject
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; } = 1;
}
