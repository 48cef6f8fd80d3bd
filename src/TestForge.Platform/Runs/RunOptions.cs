using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Runs;

/// <summary>How many runs there may be.</summary>
public sealed class RunOptions
{
    /// <summary>Most runs at the same time in this process. The default is 2; each has a browser, some 500 MB.</summary>
    [Range(0, 256)]
    public int Parallel { get; set; } = 2;

    /// <summary>Most runs of one tenant at the same time. The default is 2.</summary>
    [Range(1, 256)]
    public int ParallelPerTenant { get; set; } = 2;

    /// <summary>Most runs of one tenant that wait or run. The default is 50.</summary>
    [Range(1, 10_000)]
    public int QueuePerTenant { get; set; } = 50;

    /// <summary>Most runs of all tenants that wait or run. The default is 10 000.</summary>
    [Range(1, 1_000_000)]
    public int QueueTotal { get; set; } = 10_000;

    /// <summary>Most streams of events at the same time in this process. The default is 2 000.</summary>
    [Range(1, 100_000)]
    public int MaxStreams { get; set; } = 2_000;
}
