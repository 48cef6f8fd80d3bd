using DnsClient;
using Microsoft.Extensions.Logging;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Asks the resolvers that this machine is set up with.</summary>
internal sealed partial class DnsDomainRecords(ILogger<DnsDomainRecords> logger) : IDomainRecords
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Lazy<LookupClient> _client = new(() => new(new LookupClientOptions { Timeout = Limit, Retries = 1, UseCache = false, ThrowDnsErrors = false }));

    public async Task<IReadOnlyList<string>> TxtAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, QueryType.TXT, cancellationToken: cancellationToken);
            return [.. answer.Answers.TxtRecords().Select(r => string.Concat(r.Text))];
        }
        catch (Exception e) when (e is DnsResponseException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            LogSilent(name, e.Message);
            return [];
        }
    }

    [LoggerMessage(4703, LogLevel.Warning, "The TXT records of {Name} could not be read: {Reason}")]
    private partial void LogSilent(string name, string reason);
}
