namespace TestForge.Pipeline;

/// <summary>Which cases of a plan to run, in which order, and how to take their failures.</summary>
public sealed record CaseSelection
{
    /// <summary>The part of the plan to run, or null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>A regular expression that titles must match, or null.</summary>
    public string? Grep { get; init; }

    /// <summary>Only cases that failed when they last ran.</summary>
    public bool LastFailed { get; init; }

    /// <summary>No cases that passed and whose steps and pages are as they were then.</summary>
    public bool OnlyChanged { get; init; }

    /// <summary>Feeds the order of the cases; null keeps the plan's.</summary>
    public int? ShuffleSeed { get; init; }

    /// <summary>Cases by id that are not run because a person has switched them off.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>Cases whose failures are known and borne for a time.</summary>
    public IReadOnlyList<QuarantineEntry> Quarantine { get; init; } = [];

    /// <summary>Results of an earlier run of the plan, or null.</summary>
    public ArtifactRef? LastResults { get; init; }

    /// <summary>What became of each case when it last ran (<see cref="CaseMemory"/>), or null.</summary>
    public ArtifactRef? Memory { get; init; }
}
