namespace TestForge.Engine.Reporting.Model;

internal enum VerdictLevel
{
    /// <summary>Every test passed at once and nothing serious was found.</summary>
    Good,

    /// <summary>No test failed, but something should be looked at.</summary>
    Attention,

    /// <summary>At least one test failed.</summary>
    Bad,

    /// <summary>Nothing can be said: no test ran, or too few.</summary>
    Unknown,
}
