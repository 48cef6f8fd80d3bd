using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace TestForge.Platform.OAuth;

/// <summary>A client in the token server's words.</summary>
internal static class ClientDescriptor
{
    public static OpenIddictApplicationDescriptor Of(string clientId, string name, bool isPublic, IReadOnlyCollection<ClientFlow> flows, IEnumerable<Uri> redirects, IEnumerable<string> scopes)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            DisplayName = name,
            ClientType = isPublic ? ClientTypes.Public : ClientTypes.Confidential,
            ApplicationType = isPublic ? ApplicationTypes.Native : ApplicationTypes.Web,

            // A member is asked each time.
            ConsentType = ConsentTypes.Explicit,
        };
        client.Permissions.UnionWith([Permissions.Endpoints.Token, Permissions.Endpoints.Revocation]);
        client.RedirectUris.UnionWith(redirects);
        client.Permissions.UnionWith(scopes.Select(s => Permissions.Prefixes.Scope + s));
        client.Permissions.UnionWith([Permissions.Scopes.Email, Permissions.Scopes.Profile]);
        if (!isPublic)
        {
            client.Permissions.Add(Permissions.Endpoints.Introspection);
        }

        foreach (var flow in flows)
        {
            client.Permissions.UnionWith(PermissionsOf(flow));
        }

        return client;
    }

    public static IReadOnlyList<string> ScopesOf(IEnumerable<string> permissions) =>
        [.. permissions.Where(p => p.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal)).Select(p => p[Permissions.Prefixes.Scope.Length..]).Where(Access.Scopes.All.Contains)];

    public static IReadOnlyList<ClientFlow> FlowsOf(IReadOnlyCollection<string> permissions) => [.. Enum.GetValues<ClientFlow>().Where(f => permissions.Contains(PermissionsOf(f)[0]))];

    private static string[] PermissionsOf(ClientFlow flow) => flow switch
    {
        ClientFlow.AuthorizationCode => [Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code, Permissions.Endpoints.Authorization],
        ClientFlow.DeviceCode => [Permissions.GrantTypes.DeviceCode, Permissions.GrantTypes.RefreshToken, Permissions.Endpoints.DeviceAuthorization],
        ClientFlow.ClientCredentials => [Permissions.GrantTypes.ClientCredentials],
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, null),
    };
}
