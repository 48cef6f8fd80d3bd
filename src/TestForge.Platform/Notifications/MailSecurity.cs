namespace TestForge.Platform.Notifications;

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>By STARTTLS, and not at all otherwise.</summary>
    StartTls,

    /// <summary>From its first byte, mostly on port 465.</summary>
    Tls,

    /// <summary>Not. For a server on this machine.</summary>
    None,
}
