namespace TestForge.Pipeline;

/// <summary>What kind of fault a finding is.</summary>
public enum FindingCategory
{
    Accessibility,
    BrokenLink,
    Console,
    Network,
    Security,
    Responsive,
    Content,
    Performance,
}
