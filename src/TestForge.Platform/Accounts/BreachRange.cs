using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Egress;
using TestForge.Platform.Access;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Accounts;

/// <summary>Asks a service whether a password is known from a breach, and tells it five digits of a hash and no more (k-anonymity).</summary>
internal sealed partial class BreachRange : IDisposable
{
    private const int PrefixDigits = 5;
    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Uri? _url;
    private readonly HttpClient _client;
    private readonly ILogger<BreachRange> _logger;

    public BreachRange(IOptions<AccessOptions> options, IOptions<EgressOptions> egress, HostResolver resolve, ILogger<BreachRange> logger)
    {
        _url = options.Value.BreachRangeUrl;
        _logger = logger;
        var handler = EgressHttp.CreateHandler(new(new() { AllowPrivate = egress.Value.AllowPrivateNetworks || egress.Value.AllowLoopback }, resolve));
        handler.AllowAutoRedirect = false;
        _client = new(handler) { Timeout = Limit, MaxResponseContentBufferSize = MostBytes };
    }

    /// <summary>False also when there is no service or it does not answer: a sign-up does not wait for others.</summary>
    public async Task<bool> KnowsAsync(string password, CancellationToken cancellationToken)
    {
        if (_url is null)
        {
            return false;
        }

#pragma warning disable CA5350 // The service's protocol; nothing rests on its strength.
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_url, hash[..PrefixDigits]));
            request.Headers.Add("Add-Padding", "true");
            using var response = await _client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            var lines = (await response.Content.ReadAsStringAsync(cancellationToken)).Split('\n', StringSplitOptions.TrimEntries);
            return lines.Any(l => l.Split(':') is [var rest, var count, ..] && count != "0" && rest.Equals(hash[PrefixDigits..], StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is HttpRequestException or EgressException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogSilent(e.Message);
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    [LoggerMessage(4702, LogLevel.Warning, "The service that knows breached passwords did not answer: {Reason}")]
    private partial void LogSilent(string reason);
}
