using System.Net;

namespace TestForge.Egress;

/// <summary>Looks up the addresses of a host name.</summary>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);
