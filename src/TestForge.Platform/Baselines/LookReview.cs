namespace TestForge.Platform.Baselines;

/// <summary>What a person says of a look that differs. The words are stored and part of the API.</summary>
internal enum LookReview
{
    /// <summary>Nobody has said anything yet.</summary>
    New,

    /// <summary>It is how the application is to look: it became the baseline.</summary>
    Approved,

    /// <summary>It is a fault, and the baseline stays.</summary>
    Rejected,
}
