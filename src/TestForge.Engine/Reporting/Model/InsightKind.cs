namespace TestForge.Engine.Reporting.Model;

/// <summary>What a part of the insights is about.</summary>
internal enum InsightKind
{
    /// <summary>Why to deploy or not.</summary>
    Deployment,

    Risk,

    Summary,

    /// <summary>What failures have in common.</summary>
    FailurePatterns,

    RootCauses,

    Recommendations,
}
