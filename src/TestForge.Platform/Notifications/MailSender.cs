using System.Diagnostics;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

/// <summary>Sends mail by the operator's server.</summary>
internal sealed class MailSender(IOptions<MailOptions> options)
{
    /// <summary>Makes one attempt. What goes wrong outside is a result and no exception.</summary>
    public async Task<SendResult> SendAsync(IReadOnlyList<string> to, Guid message, RunNews news, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var settings = options.Value;
        if (settings is not { Host: { Length: > 0 } host, From: not null })
        {
            return new(null, "This server sends no e-mail any more.", null, 0);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1_000 };
            await client.ConnectAsync(host, settings.Port, SecurityOf(settings.Security), limit.Token);
            if (settings.UserName is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, await PasswordAsync(settings, limit.Token), limit.Token);
            }

            using var mail = MailText.Of(settings, to, message, news);
            var answer = await client.SendAsync(mail, limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
            return new(250, null, answer, Elapsed());
        }
        catch (SmtpCommandException e)
        {
            // 5yz is for good, 4yz for now (RFC 5321, 4.2.1); but what is wrong with the sign-in the operator can mend.
            return new((int)e.StatusCode, e.Message, null, Elapsed()) { Gone = false, Refused = (int)e.StatusCode is 501 or (>= 550 and < 560) };
        }
        catch (Exception e) when (e is AuthenticationException or SslHandshakeException or SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException or SocketException or IOException or UnauthorizedAccessException)
        {
            return new(null, e.Message, null, Elapsed());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, $"The mail server did not answer within {settings.TimeoutSeconds} s.", null, Elapsed());
        }

        int Elapsed() => (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static async Task<string> PasswordAsync(MailOptions settings, CancellationToken cancellationToken) =>
        settings.PasswordFile is { Length: > 0 } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : settings.Password ?? "";
}
