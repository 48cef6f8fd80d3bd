using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Access;

/// <summary>Members of the first tenant, for tests.</summary>
internal static class People
{
    public const string Password = "correct horse battery staple";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A member with a personal key that has every scope.</summary>
    public static async Task<(HttpClient Client, Guid UserId, Guid MemberId)> WithKeyAsync(ServerRig server, Role role, string? email = null, string[]? scopes = null)
    {
        ApiKeyText.TryRead(server.FirstKey!, out var tenant);
        var now = TimeProvider.System.GetUtcNow();
        var (text, user, member) = await server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            async db =>
            {
                var membership = await Users.JoinAsync(db, email ?? $"{role}-{Guid.NewGuid():N}@shop.example", role.ToString(), role, now, Token);
                var (key, made) = CreateKey.Make(tenant, role.ToString(), scopes ?? [.. Scopes.All], null, TimeProvider.System, membership.UserId);
                db.Add(key);
                await db.SaveChangesAsync(Token);
                return (made, membership.UserId, membership.Id);
            },
            Token);
        return (server.ClientWith(text), user, member);
    }

    /// <summary>Invites somebody and returns the link.</summary>
    public static async Task<(string Link, Guid Id)> InviteAsync(HttpClient client, string email, string role)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/invitations", new { email, role }, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (body.GetProperty("link").GetString()!, body.GetProperty("invitation").GetProperty("id").GetGuid());
    }

    /// <summary>Takes an invitation in a browser, which is signed in then.</summary>
    public static async Task<Answer> JoinAsync(Browser browser, string link, string name = "Ann", string password = Password) =>
        await browser.SubmitAsync(await browser.GetAsync(link), ("name", name), ("password", password));

    /// <summary>A member with a password, and a browser that is signed in.</summary>
    public static async Task<Browser> JoinedAsync(ServerRig server, string email, string role)
    {
        var browser = new Browser(server);
        (await JoinAsync(browser, (await InviteAsync(server.Client, email, role)).Link)).Status.ShouldBe(HttpStatusCode.Found);
        return browser;
    }

    public static async Task<Answer> SignInAsync(Browser browser, string email, string password = Password, string tenant = "") =>
        await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), ("tenant", tenant), ("email", email), ("password", password));

    /// <summary>Whether a browser is signed in.</summary>
    public static async Task<bool> IsSignedInAsync(Browser browser) => (await browser.GetAsync("/account")).Status == HttpStatusCode.OK;

    public static async Task<string> CodeOfAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString()!;
}
