using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Api;

/// <summary>Limits of requests.</summary>
public sealed class ApiOptions
{
    /// <summary>Largest body, in bytes. The default is 1 MiB.</summary>
    [Range(1_024, 100 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Longest time for a request that is no stream, in seconds. The default is 30.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;
}
