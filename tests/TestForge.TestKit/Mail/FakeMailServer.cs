using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace TestForge.TestKit.Mail;

/// <summary>An SMTP server on 127.0.0.1 that keeps what it gets and answers as a test says. The protocol is the SmtpServer package's.</summary>
public sealed class FakeMailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly Task _running;

    private FakeMailServer(bool tls, string? password)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e =>
        {
            e.Endpoint(new(IPAddress.Loopback, Port));
            if (tls)
            {
                e.Certificate(_certificate);
            }

            if (password is not null)
            {
                e.AllowUnsecureAuthentication().AuthenticationRequired();
            }
        });
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        services.Add((IUserAuthenticatorFactory)new Authenticator(password));
        _running = new SmtpServer.SmtpServer(options.Build(), services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>Messages as they came, header and all.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>Answers to the next messages, before 250.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <param name="tls">Whether STARTTLS is offered, with a certificate that nobody has signed.</param>
    /// <param name="password">The password that is asked for; null when anybody may send.</param>
    public static FakeMailServer Start(bool tls = false, string? password = null) => new(tls, password);

    /// <summary>Waits for so many messages.</summary>
    public async Task<IReadOnlyList<string>> WaitAsync(int count, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (Messages.Count < count)
        {
            await Task.Delay(50, limit.Token);
        }

        return [.. Messages];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _certificate.Dispose();
        _stop.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
    }

    private sealed class Store(FakeMailServer server) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (server.Answers.TryDequeue(out var code))
            {
                return Task.FromResult(new SmtpResponse((SmtpReplyCode)code, "as the test says"));
            }

            var to = string.Join(' ', transaction.To.Select(m => m.AsAddress()));
            server.Messages.Enqueue($"Envelope: {to}\r\n{Encoding.Latin1.GetString(buffer.ToArray())}");
            return Task.FromResult(SmtpResponse.Ok);
        }
    }

    private sealed class Authenticator(string? password) : IUserAuthenticator, IUserAuthenticatorFactory
    {
        public IUserAuthenticator CreateInstance(ISessionContext context) => this;

        public Task<bool> AuthenticateAsync(ISessionContext context, string user, string given, CancellationToken cancellationToken) => Task.FromResult(given == password);
    }
}
