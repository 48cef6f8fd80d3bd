namespace TestForge.Pipeline;

/// <summary>How bad a finding is, in axe-core's words.</summary>
public enum FindingSeverity
{
    Minor,
    Moderate,
    Serious,
    Critical,
}
