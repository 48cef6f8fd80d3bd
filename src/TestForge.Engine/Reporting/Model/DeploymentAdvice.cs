namespace TestForge.Engine.Reporting.Model;

/// <summary>Whether to deploy, as far as the run tells.</summary>
internal enum DeploymentAdvice
{
    /// <summary>Nothing that was seen speaks against it.</summary>
    Deploy,

    /// <summary>No test failed, but something should be known before.</summary>
    DeployWithCare,

    Hold,

    /// <summary>Too little ran to say.</summary>
    Unknown,
}
