using Microsoft.AspNetCore.HttpOverrides;
using TestForge.Platform.Access;

namespace TestForge.Server;

/// <summary>The proxies in front of the server. Only from them is a word about the caller believed: anybody can write such headers.</summary>
internal static class Proxies
{
    public static void Believe(WebApplication app, ServerSettings settings)
    {
        if (Split(settings.Proxies) is not { Length: > 0 } networks)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(Networks.Normal(network)!));
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>What is no network, or null.</summary>
    public static string? WrongIn(string? text) => Split(text).FirstOrDefault(n => Networks.Normal(n) is null);

    private static string[] Split(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
