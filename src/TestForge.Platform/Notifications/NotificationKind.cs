namespace TestForge.Platform.Notifications;

/// <summary>By what people are told.</summary>
internal enum NotificationKind
{
    Slack,
    Email,
}
