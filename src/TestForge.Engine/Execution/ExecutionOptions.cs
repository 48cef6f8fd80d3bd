using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Execution;

/// <summary>How cases are run.</summary>
public sealed class ExecutionOptions
{
    /// <summary>Cases that run at the same time; 0, the default, means twice the processors, at most 4.</summary>
    [Range(0, 64)]
    public int Workers { get; set; }

    /// <summary>Longest time for one attempt of a case, in seconds. The default is 60.</summary>
    [Range(1, 3_600)]
    public int CaseTimeoutSeconds { get; set; } = 60;

    /// <summary>How long a check is tried until it holds, in seconds. The default is 5.</summary>
    [Range(0, 600)]
    public double CheckTimeoutSeconds { get; set; } = 5;

    /// <summary>How long is watched, after a step has failed, whether what it waited for still comes, in seconds. The default is 2.</summary>
    [Range(0, 60)]
    public double LateLookSeconds { get; set; } = 2;

    /// <summary>Width of the window that cases start in, in CSS pixels. The default is 1280.</summary>
    [Range(200, 10_000)]
    public int ViewportWidth { get; set; } = 1280;

    /// <summary>Height of the window that cases start in, in CSS pixels. The default is 720.</summary>
    [Range(200, 10_000)]
    public int ViewportHeight { get; set; } = 720;

    /// <summary>The number of workers in force.</summary>
    public int EffectiveWorkers => Workers > 0 ? Workers : Math.Min(4, Environment.ProcessorCount * 2);
}
