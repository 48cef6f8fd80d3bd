using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.OAuth;
using TestForge.Platform.Secrets;

namespace TestForge.Server.Tests.Access;

public sealed class OAuthTests(PostgresFixture postgres)
{
    private const string Ann = "ann@shop.example";
    private const string Redirect = "http://127.0.0.1:7777/back";
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_a_member_lets_a_program_in_with_a_code_and_PKCE() => CodeFlowAsync(new());

    [Fact]
    public async Task On_PostgreSQL_a_member_lets_a_program_in_with_a_code_and_PKCE() => await CodeFlowAsync(await postgres.NewAsync(Token));

    [Fact]
    public async Task A_code_is_good_once_and_used_again_ends_what_it_gave()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);
        var code = await CodeAsync(browser, client);
        var first = await RedeemAsync(server, client, code);
        (await StatusAsync(server, first)).ShouldBe(HttpStatusCode.OK);

        (await ErrorAsync(server, client, code)).ShouldBe("invalid_grant");

        (await StatusAsync(server, first)).ShouldBe(HttpStatusCode.Unauthorized);
        browser.Dispose();
    }

    [Fact]
    public async Task Without_PKCE_or_with_another_verifier_there_is_no_token()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);

        var without = await browser.GetAsync(Authorize(client, challenge: null));
        var plain = await browser.GetAsync(Authorize(client, method: "plain"));
        var code = await CodeAsync(browser, client);

        foreach (var refused in new[] { without, plain })
        {
            (refused.Status, refused.Location).ShouldBe((HttpStatusCode.BadRequest, null));
            refused.Body.ShouldContain("invalid_request");
        }

        (await ErrorAsync(server, client, code, verifier: Verifier + "x")).ShouldBe("invalid_grant");
        (await ErrorAsync(server, client, await CodeAsync(browser, client), verifier: null)).ShouldBe("invalid_request");
        browser.Dispose();
    }

    [Fact]
    public async Task An_address_that_was_not_registered_is_not_led_to()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);

        foreach (var elsewhere in new[] { "https://evil.example/back", Redirect + "/more", "http://127.0.0.1:7777/Back" })
        {
            var answer = await browser.GetAsync(Authorize(client, redirect: elsewhere));
            (answer.Status, answer.Location).ShouldBe((HttpStatusCode.BadRequest, null), elsewhere);
        }

        browser.Dispose();
    }

    [Fact]
    public async Task A_client_that_is_not_there_and_one_of_another_tenant_are_told_nothing()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);
        using var rival = await server.RivalAsync();
        var theirs = (await ClientAsync(rival, new { name = "Theirs", @public = true, flows = new[] { "authorization-code" }, redirectUris = new[] { Redirect }, scopes = new[] { "runs:read" } })).Id;

        (await browser.GetAsync(Authorize("nobody"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync(Authorize($"c1.{Guid.NewGuid():N}"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        // Signed in to one tenant is not signed in to another.
        (await browser.GetAsync(Authorize(theirs, scope: "runs:read"))).Location!.ShouldStartWith("/account/sign-in");

        // A code of one tenant is no code of another's client.
        (await ErrorAsync(server, theirs, await CodeAsync(browser, client))).ShouldBe("invalid_grant");
        browser.Dispose();
    }

    [Fact]
    public async Task A_member_may_say_no_and_a_form_of_somebody_else_says_nothing()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);
        var page = await browser.GetAsync(Authorize(client));

        var parameters = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://x"), Authorize(client)).Query);
        var forged = await browser.PostAsync("/connect/authorize", parameters.AllKeys.Select(k => KeyValuePair.Create(k!, parameters[k]!)).Append(new("decision", "yes")));
        var no = await browser.SubmitAsync(page, ("decision", "no"));

        forged.Status.ShouldBe(HttpStatusCode.OK);
        forged.Body.ShouldContain("Let it in");
        no.Query("error").ShouldBe("access_denied");
        browser.Dispose();
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_used_again_ends_its_whole_family()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);
        var first = await RedeemAsync(server, client, await CodeAsync(browser, client));
        var second = await RefreshAsync(server, client, first);
        (await StatusAsync(server, second)).ShouldBe(HttpStatusCode.OK);

        (await RefreshErrorAsync(server, client, first)).ShouldBe("invalid_grant");

        (await StatusAsync(server, second)).ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshErrorAsync(server, client, second)).ShouldBe("invalid_grant");
        browser.Dispose();
    }

    [Fact]
    public async Task With_the_programs_session_or_the_member_end_its_tokens_at_once()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server);
        var tokens = await RedeemAsync(server, client, await CodeAsync(browser, client, "account:read account:write offline_access"));
        using var program = server.ClientWith(tokens.GetProperty("access_token").GetString());
        var session = (await program.GetFromJsonAsync<JsonElement>("/api/v1/me/sessions", Token)).GetProperty("items").EnumerateArray().Single(s => s.GetProperty("kind").GetString() == "program");
        session.GetProperty("clientId").GetString().ShouldBe(client);

        (await program.DeleteAsync($"/api/v1/me/sessions/{session.GetProperty("id").GetGuid()}", Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await program.GetAsync("/api/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshErrorAsync(server, client, tokens)).ShouldBe("invalid_grant");

        var again = await RedeemAsync(server, client, await CodeAsync(browser, client));
        var member = (await server.GetAsync("/api/v1/members")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("email").GetString() == Ann).GetProperty("id").GetGuid();
        (await server.Client.DeleteAsync($"/api/v1/members/{member}", Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(server, again)).ShouldBe(HttpStatusCode.Unauthorized);
        browser.Dispose();
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_and_the_members_role_both_have()
    {
        await using var server = await StartAsync();
        var (client, browser) = await SetUpAsync(server, "viewer");
        var tokens = await RedeemAsync(server, client, await CodeAsync(browser, client, "runs:read projects:write"));
        using var program = server.ClientWith(tokens.GetProperty("access_token").GetString());

        // The viewer may read projects, the token was not asked to; the token was asked to write, the viewer may not.
        (await program.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.PostAsJsonAsync("/api/v1/projects", new { name = "x", baseUrl = "http://127.0.0.1:1" }, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync($"/api/v1/runs/{Guid.CreateVersion7()}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        browser.Dispose();
    }

    [Fact]
    public async Task A_program_with_a_secret_gets_tokens_by_itself_until_it_is_removed_or_its_secret_is_another()
    {
        await using var server = await StartAsync();
        var (id, secret, row) = await ClientAsync(server.Client, new { name = "CI", flows = new[] { "client-credentials" }, scopes = new[] { "projects:read" } });
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret! };

        var tokens = await TokenAsync(server, fields);
        (await StatusAsync(server, tokens, "/api/v1/projects")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(server, tokens, "/api/v1/keys")).ShouldBe(HttpStatusCode.Forbidden);
        (await TokenAsync(server, new(fields) { ["client_secret"] = secret + "x" })).GetProperty("error").GetString().ShouldBe("invalid_client");
        (await TokenAsync(server, new(fields) { ["scope"] = "keys:write" })).GetProperty("error").GetString().ShouldNotBeNullOrEmpty();

        using var renewed = await server.Client.PostAsync($"/api/v1/clients/{row}/secret", null, Token);
        var other = (await renewed.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("secret").GetString()!;
        (await TokenAsync(server, fields)).GetProperty("error").GetString().ShouldBe("invalid_client");
        var later = await TokenAsync(server, new(fields) { ["client_secret"] = other });
        (await StatusAsync(server, later, "/api/v1/projects")).ShouldBe(HttpStatusCode.OK);

        (await server.Client.DeleteAsync($"/api/v1/clients/{row}", Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(server, later, "/api/v1/projects")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_command_line_signs_in_with_a_code_that_a_member_types()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var stranger = new Browser(server);
        var id = $"cli.{(await server.GetAsync("/api/v1/tenant")).GetProperty("id").GetGuid():N}";
        var device = await PostFormAsync(server, "/connect/device", new() { ["client_id"] = id, ["scope"] = "runs:read projects:read offline_access" });
        var poll = new Dictionary<string, string> { ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code", ["client_id"] = id, ["device_code"] = device.GetProperty("device_code").GetString()! };
        (await TokenAsync(server, poll)).GetProperty("error").GetString().ShouldBe("authorization_pending");
        (await stranger.GetAsync("/connect/verify")).Location!.ShouldStartWith("/account/sign-in");

        var wrong = await browser.SubmitAsync(await browser.GetAsync("/connect/verify"), ("user_code", "0000-0000-0000"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        var ask = await browser.SubmitAsync(await browser.GetAsync("/connect/verify"), ("user_code", device.GetProperty("user_code").GetString()!));
        ask.Body.ShouldContain("Let TestForge command line in?");
        (await browser.SubmitAsync(ask, ("decision", "yes"))).Status.ShouldBe(HttpStatusCode.Found);

        var tokens = await TokenAsync(server, poll);
        (await StatusAsync(server, tokens, "/api/v1/projects")).ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(server, id, tokens)).GetProperty("access_token").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_code_typed_by_a_member_of_another_tenant_is_no_code()
    {
        await using var server = await StartAsync();
        using var rival = await server.RivalAsync();
        using var theirs = new Browser(server);
        (await People.JoinAsync(theirs, (await People.InviteAsync(rival, "eve@rival.example", "editor")).Link)).Status.ShouldBe(HttpStatusCode.Found);
        var id = $"cli.{(await server.GetAsync("/api/v1/tenant")).GetProperty("id").GetGuid():N}";
        var device = await PostFormAsync(server, "/connect/device", new() { ["client_id"] = id, ["scope"] = "runs:read" });

        (await theirs.SubmitAsync(await theirs.GetAsync("/connect/verify"), ("user_code", device.GetProperty("user_code").GetString()!))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Tokens_are_introspected_and_revoked_by_their_own_client()
    {
        await using var server = await StartAsync();
        var (id, secret, _) = await ClientAsync(server.Client, new { name = "CI", flows = new[] { "client-credentials" }, scopes = new[] { "projects:read" } });
        var tokens = await TokenAsync(server, new() { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret! });
        var about = new Dictionary<string, string> { ["client_id"] = id, ["client_secret"] = secret!, ["token"] = tokens.GetProperty("access_token").GetString()! };

        (await PostFormAsync(server, "/connect/introspect", about)).GetProperty("active").GetBoolean().ShouldBeTrue();
        await PostFormAsync(server, "/connect/revoke", about);
        (await PostFormAsync(server, "/connect/introspect", about)).GetProperty("active").GetBoolean().ShouldBeFalse();
        (await StatusAsync(server, tokens, "/api/v1/projects")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_was_altered_or_signed_by_somebody_else_is_none()
    {
        await using var server = await StartAsync();
        var (id, secret, _) = await ClientAsync(server.Client, new { name = "CI", flows = new[] { "client-credentials" }, scopes = new[] { "projects:read" } });
        var token = (await TokenAsync(server, new() { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret! })).GetProperty("access_token").GetString()!;
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        using var rsa = RSA.Create(2048);
        var header = System.Buffers.Text.Base64Url.EncodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}"u8);
        string[] forged =
        [
            $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.Replace("projects:read", "keys:write", StringComparison.Ordinal)))}.{parts[2]}",
            $"{header}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.{System.Buffers.Text.Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}",
            "a.b.c",
            new string('x', 9_000) + ".y.z",
        ];

        foreach (var text in forged)
        {
            using var client = server.ClientWith(text);
            (await client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_new_signing_key_is_published_and_tokens_of_the_old_one_go_on()
    {
        await using var server = await StartAsync();
        var (id, secret, _) = await ClientAsync(server.Client, new { name = "CI", flows = new[] { "client-credentials" }, scopes = new[] { "projects:read" } });
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret! };
        var tokens = await TokenAsync(server, fields);
        (await server.GetAsync("/.well-known/jwks")).GetProperty("keys").GetArrayLength().ShouldBe(1);

        await server.Services.GetRequiredService<InstallationKeys>().RotateAsync(Token);

        var keys = (await server.GetAsync("/.well-known/jwks")).GetProperty("keys");
        keys.GetArrayLength().ShouldBe(2);
        keys.EnumerateArray().ShouldAllBe(k => k.GetProperty("kty").GetString() == "RSA" && k.EnumerateObject().All(p => p.Name != "d"));
        (await StatusAsync(server, tokens, "/api/v1/projects")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(server, await TokenAsync(server, fields), "/api/v1/projects")).ShouldBe(HttpStatusCode.OK);
        (await server.GetAsync("/.well-known/openid-configuration")).GetProperty("code_challenge_methods_supported").EnumerateArray().Select(m => m.GetString()).ShouldBe(["S256"]);
    }

    [Theory]
    [InlineData("https://evil.example#x")]
    [InlineData("http://shop.example/back")]
    [InlineData("javascript:alert(1)")]
    public async Task A_client_may_only_be_led_back_over_TLS_or_to_its_own_machine(string redirect)
    {
        await using var server = await StartAsync();

        using var response = await server.Client.PostAsJsonAsync("/api/v1/clients", new { name = "x", @public = true, flows = new[] { "authorization-code" }, redirectUris = new[] { redirect }, scopes = new[] { "runs:read" } }, Token);

        (await People.CodeOfAsync(response)).ShouldBe("request.invalid");
    }

    private static async Task CodeFlowAsync(ServerSettings settings)
    {
        await using var server = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing);
        var (client, _) = await SetUpAsync(server);
        using var browser = new Browser(server);

        // Nobody is signed in: first that, then back to where the program led.
        var first = await browser.GetAsync(Authorize(client));
        var back = await browser.SubmitAsync(await browser.GetAsync(first.Location!), ("email", Ann), ("password", People.Password));
        var ask = await browser.GetAsync(back.Location!);
        ask.Body.ShouldContain("Let Tool in?");
        ask.Policy!.ShouldContain("form-action 'self' http://127.0.0.1:7777;");
        var done = await browser.SubmitAsync(ask, ("decision", "yes"));
        done.Location!.ShouldStartWith(Redirect + "?");
        done.Query("state").ShouldBe("some state");
        var tokens = await RedeemAsync(server, client, done.Query("code")!);

        (await StatusAsync(server, tokens)).ShouldBe(HttpStatusCode.OK);
        using var program = server.ClientWith(tokens.GetProperty("access_token").GetString());
        var me = await program.GetFromJsonAsync<JsonElement>("/api/v1/me", Token);
        (me.GetProperty("email").GetString(), me.GetProperty("role").GetString()).ShouldBe((Ann, "editor"));
    }

    private static Task<ServerRig> StartAsync() => ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

    private static async Task<(string ClientId, Browser Browser)> SetUpAsync(ServerRig server, string role = "editor")
    {
        var (id, _, _) = await ClientAsync(server.Client, new { name = "Tool", @public = true, flows = new[] { "authorization-code" }, redirectUris = new[] { Redirect }, scopes = Scopes.All });
        return (id, await People.JoinedAsync(server, Ann, role));
    }

    private static async Task<(string Id, string? Secret, Guid Row)> ClientAsync(HttpClient client, object body)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/clients", body, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        var made = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (made.GetProperty("client").GetProperty("clientId").GetString()!, made.GetProperty("secret").GetString(), made.GetProperty("client").GetProperty("id").GetGuid());
    }

    private static string Authorize(string client, string redirect = Redirect, string? challenge = "", string method = "S256", string scope = "projects:read runs:read account:read offline_access")
    {
        challenge = challenge is "" ? System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))) : challenge;
        return $"/connect/authorize?response_type=code&client_id={client}&redirect_uri={Uri.EscapeDataString(redirect)}&scope={Uri.EscapeDataString(scope)}&state=some%20state"
            + (challenge is null ? "" : $"&code_challenge={challenge}&code_challenge_method={method}");
    }

    private static async Task<string> CodeAsync(Browser browser, string client, string scope = "projects:read runs:read account:read offline_access")
    {
        var done = await browser.SubmitAsync(await browser.GetAsync(Authorize(client, scope: scope)), ("decision", "yes"));
        return done.Query("code").ShouldNotBeNull(done.Body);
    }

    private static Dictionary<string, string> Redemption(string client, string code, string? verifier)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["client_id"] = client, ["code"] = code, ["redirect_uri"] = Redirect };
        if (verifier is not null)
        {
            fields["code_verifier"] = verifier;
        }

        return fields;
    }

    private static async Task<JsonElement> RedeemAsync(ServerRig server, string client, string code)
    {
        var answer = await TokenAsync(server, Redemption(client, code, Verifier));
        answer.TryGetProperty("access_token", out _).ShouldBeTrue(answer.ToString());
        return answer;
    }

    private static async Task<string?> ErrorAsync(ServerRig server, string client, string code, string? verifier = Verifier) =>
        (await TokenAsync(server, Redemption(client, code, verifier))).GetProperty("error").GetString();

    private static async Task<JsonElement> RefreshAsync(ServerRig server, string client, JsonElement tokens)
    {
        var answer = await TokenAsync(server, new() { ["grant_type"] = "refresh_token", ["client_id"] = client, ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()! });
        answer.TryGetProperty("access_token", out _).ShouldBeTrue(answer.ToString());
        return answer;
    }

    private static async Task<string?> RefreshErrorAsync(ServerRig server, string client, JsonElement tokens) =>
        (await TokenAsync(server, new() { ["grant_type"] = "refresh_token", ["client_id"] = client, ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()! })).GetProperty("error").GetString();

    private static Task<JsonElement> TokenAsync(ServerRig server, Dictionary<string, string> fields) => PostFormAsync(server, "/connect/token", fields);

    private static async Task<JsonElement> PostFormAsync(ServerRig server, string path, Dictionary<string, string> fields)
    {
        using var nobody = server.ClientWith(null);
        using var content = new FormUrlEncodedContent(fields);
        using var response = await nobody.PostAsync(path, content, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        ((int)response.StatusCode).ShouldBeLessThan(500, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static async Task<HttpStatusCode> StatusAsync(ServerRig server, JsonElement tokens, string path = "/api/v1/me")
    {
        using var client = server.ClientWith(tokens.GetProperty("access_token").GetString());
        using var response = await client.GetAsync(path, Token);
        return response.StatusCode;
    }
}
