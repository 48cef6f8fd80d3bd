using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Notifications;

/// <summary>By which server the operator sends e-mail.</summary>
public sealed class MailOptions
{
    /// <summary>The SMTP server. Unset: no e-mail is sent, and no notification by e-mail can be made.</summary>
    public string? Host { get; set; }

    /// <summary>Its port. The default is 587.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted. The default is STARTTLS, without which nothing is sent.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Unset: nobody signs in.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>A file that holds the password, in place of <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The sender's address. Needed with <see cref="Host"/>.</summary>
    [EmailAddress]
    public string? From { get; set; }

    /// <summary>The sender's name. The default is TestForge.</summary>
    public string FromName { get; set; } = "TestForge";

    /// <summary>Domains to which mail may go besides the addresses of a tenant's own members, such as <c>example.com</c>. The default is none: a server must not send strangers what a tenant writes.</summary>
    public IList<string> Domains { get; } = [];

    /// <summary>How long the server may take, in seconds. The default is 20.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;
}
