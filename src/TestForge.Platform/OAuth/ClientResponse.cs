using System.Text.Json;

namespace TestForge.Platform.OAuth;

/// <summary>A client as it may be shown.</summary>
internal sealed record ClientResponse(Guid Id, string ClientId, string Name, bool Public, IReadOnlyList<ClientFlow> Flows, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> Scopes)
{
    public static ClientResponse Of(OAuthClient client)
    {
        var permissions = ListOf(client.Permissions);
        return new(
            client.Id,
            client.ClientId!,
            client.DisplayName ?? client.ClientId!,
            client.ClientType == OpenIddict.Abstractions.OpenIddictConstants.ClientTypes.Public,
            ClientDescriptor.FlowsOf(permissions),
            ListOf(client.RedirectUris),
            ClientDescriptor.ScopesOf(permissions));
    }

    /// <summary>The token server keeps lists as JSON.</summary>
    public static IReadOnlyList<string> ListOf(string? json) => string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];
}
