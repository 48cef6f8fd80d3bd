namespace TestForge.Engine.Design.Agents.Cases;

/// <summary>What a designed case looks for.</summary>
internal enum CaseKind
{
    /// <summary>What should work.</summary>
    Positive,

    /// <summary>What should be refused.</summary>
    Negative,

    /// <summary>The edges of what is allowed.</summary>
    Boundary,
    Security,
    Accessibility,
}
