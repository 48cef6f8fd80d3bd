using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using TestForge.Egress;

namespace TestForge.Platform.Projects;

/// <summary>Says whether an address that a tenant gave may be tested from here. Asked when it is given and again before each run, because names move.</summary>
public sealed class TargetGate(IOptions<EgressOptions> options, HostResolver resolve)
{
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(5);

    private readonly EgressOptions _options = options.Value;

    /// <summary>Why an address is none that can be tested, or null. Looks nothing up.</summary>
    public static string? WhyNoTarget(string text) => text switch
    {
        _ when text.Length > ProjectEnvironment.UrlLength => $"It is longer than {ProjectEnvironment.UrlLength} characters.",
        _ when !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0 => "It has to be a whole address that begins with http:// or https://.",
        _ when new Uri(text).UserInfo.Length > 0 => "It must not hold a user name or password.",
        _ => null,
    };

    /// <summary>Why the address must not be tested from here, or null. One that cannot be looked up is left to the run, which will say so.</summary>
    public async Task<string?> RefusalOfAsync(Uri target, CancellationToken cancellationToken)
    {
        if (_options.AllowPrivateNetworks)
        {
            return null;
        }

        var host = target.IdnHost.Trim('[', ']').TrimEnd('.');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return _options.AllowLoopback ? null : $"{host} is this machine";
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LookUpLimit);
        try
        {
            IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, limit.Token);

            // Only the machine's own address is allowed by that option, never a name that somebody turned towards it.
            if (literal is not null && IPAddress.IsLoopback(literal) && _options.AllowLoopback)
            {
                return null;
            }

            return addresses.Select(a => AddressPolicy.WhyNotPublic(a) is { } what ? $"{host} leads to {a}, which is {what}" : null).FirstOrDefault(w => w is not null);
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
