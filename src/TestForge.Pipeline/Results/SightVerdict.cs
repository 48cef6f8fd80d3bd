namespace TestForge.Pipeline;

/// <summary>What looking at two elements says of whether they are one. It may hold a heal back, never make one.</summary>
public enum SightVerdict
{
    /// <summary>Neither way, or there is nothing to judge by.</summary>
    NoOpinion,

    /// <summary>They look like one element.</summary>
    Support,

    /// <summary>They look like two.</summary>
    Veto,
}
