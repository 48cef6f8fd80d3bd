namespace TestForge.Engine.Reporting.Model;

/// <summary>What may go wrong for users when the application is deployed as it is.</summary>
internal enum RiskLevel
{
    Low,
    Moderate,
    High,

    /// <summary>Too little ran to say.</summary>
    Unknown,
}
