namespace TestForge.Engine.Goals.Live;

public enum LiveResult
{
    Done,

    /// <summary>The guard does not allow it; nothing was done, or it was left again at once.</summary>
    Refused,

    /// <summary>The page did not let it be done.</summary>
    Failed,
}
