using System.Net.Sockets;

namespace TestForge.Egress;

/// <summary>Makes HTTP handlers whose every connection, redirects included, passes the guard.</summary>
public static class EgressHttp
{
    public static SocketsHttpHandler CreateHandler(EgressConnector connector) => new()
    {
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = await connector.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
