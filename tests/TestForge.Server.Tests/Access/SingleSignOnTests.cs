using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.SingleSignOn;
using TestForge.TestKit.Identity;

namespace TestForge.Server.Tests.Access;

public sealed class SingleSignOnTests(PostgresFixture postgres)
{
    private readonly FakeDomainRecords _records = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_people_of_a_verified_domain_sign_in_at_their_provider_and_are_made_members() => SignInAsync(new());

    [Fact]
    public async Task On_PostgreSQL_people_of_a_verified_domain_sign_in_at_their_provider_and_are_made_members() => await SignInAsync(await postgres.NewAsync(Token));

    [Fact]
    public async Task A_domain_is_the_tenants_own_only_with_its_record()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        var id = await ProviderAsync(server, provider);
        var domain = await BodyAsync(await server.Client.PostAsJsonAsync("/api/v1/domains", new { name = "Shop.example." }, Token), HttpStatusCode.Created);
        var path = $"/api/v1/domains/{domain.GetProperty("id").GetGuid()}";
        domain.GetProperty("recordName").GetString().ShouldBe("_testforge.shop.example");

        using var early = await PutAsync(server.Client, path, new { providerId = id, enforced = true });
        using var missing = await server.Client.PostAsync($"{path}/verify", null, Token);
        _records.Texts["_testforge.shop.example"] = ["testforge-domain=something-else"];
        using var wrong = await server.Client.PostAsync($"{path}/verify", null, Token);

        (await People.CodeOfAsync(early)).ShouldBe("identity.domain_not_verified");
        (await People.CodeOfAsync(missing)).ShouldBe("identity.record_missing");
        (await People.CodeOfAsync(wrong)).ShouldBe("identity.record_missing");
        using var browser = new Browser(server);
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Forbidden, "an unverified domain lets nobody in");

        _records.Texts["_testforge.shop.example"].Add(domain.GetProperty("recordText").GetString()!);
        using var verified = await server.Client.PostAsync($"{path}/verify", null, Token);
        verified.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Forbidden, "the domain does not lead to the provider yet");
    }

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("aud", "another-program")]
    [InlineData("nonce", "of another sign-in")]
    [InlineData("nonce", null)]
    [InlineData("exp", 1_000_000_000)]
    [InlineData("nbf", 4_000_000_000L)]
    [InlineData("sub", null)]
    [InlineData("email", null)]
    [InlineData("email", "ann@other.example")]
    [InlineData("email", "ann@shop.example@other.example")]
    [InlineData("email_verified", false)]
    [InlineData("email_verified", "false")]
    [InlineData("email_verified", 0)]
    public async Task An_identity_token_that_is_not_right_lets_nobody_in(string claim, object? value)
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        var id = await ReadyAsync(server, provider);
        using var browser = new Browser(server);
        provider.Claims[claim] = value;

        var answer = await GoAsync(browser, server, id);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();
        provider.Redeemed.ShouldBe(1);
        (await server.GetAsync("/api/v1/members")).GetProperty("items").GetArrayLength().ShouldBe(1);

        // The same person with the right token is let in, so it was the claim.
        provider.Claims.Clear();
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("another key")]
    [InlineData("public key as secret")]
    [InlineData("altered")]
    [InlineData("nothing")]
    public async Task A_signature_that_is_not_the_providers_lets_nobody_in(string how)
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        var id = await ReadyAsync(server, provider);
        using var browser = new Browser(server);
        using var other = RSA.Create(2048);
        provider.Write = payload => how switch
        {
            "none" => provider.Sign(payload, "none"),
            "another key" => provider.Sign(payload, key: other),
            "public key as secret" => provider.SignWithPublicKey(payload),
            "altered" => provider.Sign(payload.Replace("Ann", "Eve", StringComparison.Ordinal)).Split('.') is [var header, _, var signature] ? $"{header}.{provider.Sign(payload).Split('.')[1]}.{signature}" : "",
            _ => "no token",
        };

        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Forbidden);

        provider.Write = null;
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whoever_comes_back_without_having_left_from_this_browser_is_not_let_in()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        var id = await ReadyAsync(server, provider);
        using var attacker = new Browser(server);
        using var victim = new Browser(server);
        var tenant = (await server.GetAsync("/api/v1/tenant")).GetProperty("id").GetString();
        var left = await attacker.GetAsync($"/account/sso/{id}?tenant={tenant}");
        var back = (await attacker.GetAsync(left.Location!)).Location!;

        (await victim.GetAsync(back)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await attacker.GetAsync(back.Replace("state=", "state=x", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await attacker.GetAsync(back)).Status.ShouldBe(HttpStatusCode.BadRequest, "what the browser carries is good for one return");
    }

    [Fact]
    public async Task Groups_give_roles_and_who_is_in_none_is_not_let_in()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        var id = await ReadyAsync(server, provider, new { staff = "viewer", leads = "admin" });
        using var browser = new Browser(server);

        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Forbidden);
        provider.Claims["groups"] = new[] { "staff", "others" };
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);
        (await RoleAsync(server)).ShouldBe("viewer");
        provider.Claims["groups"] = new[] { "staff", "leads" };
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);
        (await RoleAsync(server)).ShouldBe("admin");
    }

    [Fact]
    public async Task Somebody_whose_address_changes_stays_the_same_member()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        var id = await ReadyAsync(server, provider);
        using var browser = new Browser(server);
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);

        provider.Claims["email"] = "ann.new@shop.example";
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);

        (await server.GetAsync("/api/v1/members")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_the_provider_has_new_is_looked_for_and_an_issuer_that_says_another_name_is_not_set_up()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new(), clock);
        var id = await ReadyAsync(server, provider);
        using var browser = new Browser(server);
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);

        provider.RotateKey();
        clock.Advance(TimeSpan.FromSeconds(61));
        (await GoAsync(browser, server, id)).Status.ShouldBe(HttpStatusCode.Found);

        provider.SaidIssuer = "https://evil.example";
        clock.Advance(TimeSpan.FromMinutes(20));
        using var refused = await server.Client.PostAsJsonAsync("/api/v1/identity-providers", Fields(provider, null), Token);
        (await People.CodeOfAsync(refused)).ShouldBe("identity.provider_unusable");
    }

    [Theory]
    [InlineData("http://10.0.0.1")]
    [InlineData("https://169.254.169.254")]
    [InlineData("http://shop.example")]
    public async Task A_provider_in_a_private_network_or_without_TLS_is_not_asked(string issuer)
    {
        await using var server = await StartAsync(new());

        using var refused = await server.Client.PostAsJsonAsync("/api/v1/identity-providers", new { name = "x", issuer, clientId = "c", clientSecret = "s" }, Token);

        (await People.CodeOfAsync(refused)).ShouldBeOneOf("request.invalid", "identity.provider_unusable");
    }

    [Fact]
    public async Task Where_single_sign_on_is_enforced_a_password_lets_nobody_in()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        using var before = await People.JoinedAsync(server, "bob@shop.example", "viewer");
        var (late, _) = await People.InviteAsync(server.Client, "cem@shop.example", "viewer");
        var id = await ReadyAsync(server, provider, enforced: true);
        using var browser = new Browser(server);

        var told = await People.SignInAsync(browser, "bob@shop.example");
        var nobody = await People.SignInAsync(browser, "nobody@shop.example");

        told.Body.ShouldContain($"/account/sso/{id}?tenant=");
        nobody.Body.ShouldContain($"/account/sso/{id}?tenant=");
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();
        (await People.JoinAsync(browser, late)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await People.SignInAsync(browser, "bob@elsewhere.example")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_provider_of_one_tenant_lets_nobody_into_another()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(new());
        using var rival = await server.RivalAsync();
        var id = await ReadyAsync(server, provider);
        using var browser = new Browser(server);
        var theirs = (await rival.GetFromJsonAsync<JsonElement>("/api/v1/tenant", Token)).GetProperty("id").GetString();

        (await browser.GetAsync($"/account/sso/{id}?tenant={theirs}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/account/sso/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task SignInAsync(ServerSettings settings)
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        await using var server = await StartAsync(settings);
        var id = await ReadyAsync(server, provider);
        using var browser = new Browser(server);

        (await GoAsync(browser, server, id)).Location.ShouldBe("/account");

        (await browser.GetAsync("/account")).Body.ShouldContain("<strong>Ann</strong> (ann@shop.example), editor of");
        (await GoAsync(browser, server, id)).Location.ShouldBe("/account");
        (await server.GetAsync("/api/v1/members")).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await server.GetAsync("/api/v1/identity-providers")).ToString().ShouldNotContain(FakeIdentityProvider.ClientSecret);
        (await server.GetAsync("/api/v1/audit")).ToString().ShouldNotContain(FakeIdentityProvider.ClientSecret);
    }

    private Task<ServerRig> StartAsync(ServerSettings settings, TimeProvider? clock = null) => ServerRig.StartAsync(settings, ScriptedExecutor.Passing, replace: s =>
    {
        s.AddSingleton<IDomainRecords>(_records);
        if (clock is not null)
        {
            s.AddSingleton(clock);
        }
    });

    private static object Fields(FakeIdentityProvider provider, object? groupRoles) =>
        new { name = "Own", issuer = provider.Issuer, clientId = FakeIdentityProvider.ClientId, clientSecret = FakeIdentityProvider.ClientSecret, groupRoles = groupRoles ?? new { }, defaultRole = groupRoles is null ? "editor" : null };

    private static async Task<Guid> ProviderAsync(ServerRig server, FakeIdentityProvider provider, object? groupRoles = null) =>
        (await BodyAsync(await server.Client.PostAsJsonAsync("/api/v1/identity-providers", Fields(provider, groupRoles), Token), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    /// <summary>A provider, and the verified domain shop.example that leads to it.</summary>
    private async Task<Guid> ReadyAsync(ServerRig server, FakeIdentityProvider provider, object? groupRoles = null, bool enforced = false)
    {
        var id = await ProviderAsync(server, provider, groupRoles);
        var domain = await BodyAsync(await server.Client.PostAsJsonAsync("/api/v1/domains", new { name = "shop.example" }, Token), HttpStatusCode.Created);
        var path = $"/api/v1/domains/{domain.GetProperty("id").GetGuid()}";
        _records.Texts[domain.GetProperty("recordName").GetString()!] = [domain.GetProperty("recordText").GetString()!];
        await BodyAsync(await server.Client.PostAsync($"{path}/verify", null, Token), HttpStatusCode.OK);
        await BodyAsync(await PutAsync(server.Client, path, new { providerId = id, enforced }), HttpStatusCode.OK);
        return id;
    }

    /// <summary>Goes to the provider and comes back.</summary>
    private static async Task<Answer> GoAsync(Browser browser, ServerRig server, Guid provider)
    {
        var tenant = (await server.GetAsync("/api/v1/tenant")).GetProperty("id").GetString();
        var left = await browser.GetAsync($"/account/sso/{provider}?tenant={tenant}&return=/account");
        left.Status.ShouldBe(HttpStatusCode.Found, left.Body);
        return await browser.GetAsync((await browser.GetAsync(left.Location!)).Location!);
    }

    private static async Task<string?> RoleAsync(ServerRig server) =>
        (await server.GetAsync("/api/v1/members")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("email").GetString() == "ann@shop.example").GetProperty("role").GetString();

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync(Token));
            return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        }
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string path, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", "*");
        return client.SendAsync(request, Token);
    }
}
