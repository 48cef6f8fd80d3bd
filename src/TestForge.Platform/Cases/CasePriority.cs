namespace TestForge.Platform.Cases;

/// <summary>How much a case matters to people. The words are stored and part of the API.</summary>
internal enum CasePriority
{
    Low,

    /// <summary>What a case has until somebody says otherwise.</summary>
    Normal,

    High,

    Critical,
}
