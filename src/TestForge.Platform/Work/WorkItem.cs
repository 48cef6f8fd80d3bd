using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Work;

/// <summary>Something to be done in the background for a tenant. All tenants share this list, so it holds ids and times and nothing else.</summary>
internal sealed class WorkItem
{
    public required Guid Id { get; init; }

    /// <summary>What is to be done, such as <c>run</c>.</summary>
    [NotPersonal("a word of ours")]
    public required string Kind { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The row it is about; one of a kind at most.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Orders work fairly between tenants: each tenant's next item is one turn after its last.</summary>
    public required long Turn { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Who does it; null when nobody does.</summary>
    public Guid? LeasedBy { get; set; }

    /// <summary>When others may take it over.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Grows when there is something new of the subject to be read, for those who wait in other processes.</summary>
    public long Signal { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }
}
