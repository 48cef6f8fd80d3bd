using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Limits;

/// <summary>How often callers may ask.</summary>
public sealed class LimitOptions
{
    /// <summary>Most requests of a tenant in a window, with all of its keys. The default is 1 200.</summary>
    [Range(1, 10_000_000)]
    public int PerTenant { get; set; } = 1_200;

    /// <summary>Most requests of one API key in a window. The default is 600.</summary>
    [Range(1, 10_000_000)]
    public int PerKey { get; set; } = 600;

    /// <summary>Most requests without a valid key from one address in a window. The default is 60.</summary>
    [Range(1, 10_000_000)]
    public int PerStranger { get; set; } = 60;

    /// <summary>Length of the window, in seconds. The default is 60.</summary>
    [Range(1, 3_600)]
    public int WindowSeconds { get; set; } = 60;

    /// <summary>Connection string of Redis, in which several servers count together. Unset: each counts for itself.</summary>
    public string? Redis { get; set; }

    /// <summary>Most requests of the API that are worked on at the same time; as many more wait for a place, and others are refused. A tenant takes at most half. Unset: 16 for each processor.</summary>
    [Range(2, 100_000)]
    public int? AtOnce { get; set; }

    public TimeSpan Window => TimeSpan.FromSeconds(WindowSeconds);
}
