using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TestForge.Server.Tests.Access;

public sealed class TenantTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_is_read_and_changed_and_its_short_name_is_nobody_elses()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var rival = await server.RivalAsync();

        using var changed = await PatchAsync(server.Client, new { name = "Acme", shortName = "acme" });
        using var taken = await PatchAsync(rival, new { shortName = "acme" });
        using var bad = await PatchAsync(server.Client, new { shortName = "Not so" });
        using var renamed = await PatchAsync(server.Client, new { shortName = "acme-2" });
        using var free = await PatchAsync(rival, new { shortName = "acme" });

        var tenant = await changed.Content.ReadFromJsonAsync<JsonElement>(Token);
        (tenant.GetProperty("name").GetString(), tenant.GetProperty("shortName").GetString()).ShouldBe(("Acme", "acme"));
        (await People.CodeOfAsync(taken)).ShouldBe("tenant.short_name_taken");
        (await People.CodeOfAsync(bad)).ShouldBe("request.invalid");
        renamed.StatusCode.ShouldBe(HttpStatusCode.OK);
        free.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_a_list_of_networks_callers_from_elsewhere_are_refused_and_nobody_locks_themselves_out_by_mistake()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var rival = await server.RivalAsync();
        using var browser = await People.JoinedAsync(server, "ann@shop.example", "viewer");

        using var bad = await PatchAsync(server.Client, new { allowedNetworks = new[] { "127.0.0.0/8", "shop" } });
        using var mistake = await PatchAsync(server.Client, new { allowedNetworks = new[] { "203.0.113.0/24" } });
        using var own = await PatchAsync(server.Client, new { allowedNetworks = new[] { "127.0.0.0/8", "2001:db8::/32" } });
        (await People.CodeOfAsync(bad)).ShouldBe("request.invalid");
        (await People.CodeOfAsync(mistake)).ShouldBe("tenant.would_lock_out");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Client.GetAsync("/api/v1/tenant", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var forced = await PatchAsync(server.Client, new { allowedNetworks = new[] { "203.0.113.0/24" }, force = true });
        forced.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var after = await server.Client.GetAsync("/api/v1/tenant", Token);
        (after.StatusCode, await People.CodeOfAsync(after)).ShouldBe((HttpStatusCode.Forbidden, "access.address_not_allowed"));
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();
        (await People.SignInAsync(browser, "ann@shop.example")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await rival.GetAsync("/api/v1/tenant", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.0/8", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Only_a_proxy_that_was_named_says_where_a_caller_comes_from(string? proxies, HttpStatusCode expected)
    {
        await using var server = await ServerRig.StartAsync(new() { Proxies = proxies }, ScriptedExecutor.Passing);
        using var forced = await PatchAsync(server.Client, new { allowedNetworks = new[] { "203.0.113.0/24" }, force = true });
        forced.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tenant");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var response = await server.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(expected);
    }

    private static Task<HttpResponseMessage> PatchAsync(HttpClient client, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/tenant") { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", "*");
        return client.SendAsync(request, Token);
    }
}
