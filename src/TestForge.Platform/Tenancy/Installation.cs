namespace TestForge.Platform.Tenancy;

/// <summary>The one row that says that the first tenant was made. All instances share it, so that only one of them makes it.</summary>
internal sealed class Installation
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    public required TenantId FirstTenant { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
