namespace TestForge.Platform.Notifications;

/// <summary>Which ends of runs people are told of.</summary>
internal enum NotificationTrigger
{
    /// <summary>Those that failed or broke.</summary>
    Failed,

    /// <summary>Those that ended otherwise than the run before at the same environment, and the first that failed.</summary>
    Changed,

    All,
}
