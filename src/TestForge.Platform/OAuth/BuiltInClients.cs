using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;

namespace TestForge.Platform.OAuth;

/// <summary>The command line's client, which a tenant has as soon as somebody asks for it.</summary>
internal static class BuiltInClients
{
    public static async Task EnsureAsync(PlatformDb db, HttpContext http, string? clientId)
    {
        if (!ClientIdText.TryRead(clientId, out var name, out var tenant) || name != ClientIdText.CommandLine
            || !await db.Tenants.AnyAsync(t => t.Id == tenant, http.RequestAborted)
            || await db.OAuthClients.AnyAsync(c => c.ClientId == clientId, http.RequestAborted))
        {
            return;
        }

        db.Audit.Begin("AddCommandLine", Actor.System, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var descriptor = ClientDescriptor.Of(clientId!, "TestForge command line", isPublic: true, [ClientFlow.DeviceCode], [], Scopes.All);
        await http.RequestServices.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(descriptor, http.RequestAborted);
    }
}
