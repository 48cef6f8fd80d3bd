using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Access;
using TestForge.Platform.Accounts;
using TestForge.Platform.Data;

namespace TestForge.Server.Tests.Access;

public sealed class AccountsTests
{
    private const string Ann = "ann@shop.example";

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_owner_chooses_a_password_by_the_link_of_the_first_start()
    {
        await using var server = await StartAsync();
        using var browser = new Browser(server);

        (await People.JoinAsync(browser, server.JoinPath!, "Olga")).Location.ShouldBe("/account");

        var home = await browser.GetAsync("/account");
        home.Body.ShouldContain("<strong>Olga</strong> (owner@localhost), owner of");
        home.Policy!.ShouldContain("default-src 'none'");
        home.Policy!.ShouldContain("frame-ancestors 'none'");
        (await server.GetAsync("/api/v1/members")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_password_that_is_known_or_short_is_refused_and_the_link_stays_good()
    {
        await using var server = await StartAsync();
        using var browser = new Browser(server);
        var (link, _) = await People.InviteAsync(server.Client, Ann, "viewer");

        (await People.JoinAsync(browser, link, password: "short")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var known = await People.JoinAsync(browser, link, "<script>alert(1)</script>", "password1234");
        known.Status.ShouldBe(HttpStatusCode.BadRequest);
        known.Body.ShouldContain("tried first");
        known.Body.ShouldNotContain("<script>");
        (await People.JoinAsync(browser, link)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nothing_tells_whether_an_address_or_a_tenant_is_there()
    {
        await using var server = await StartAsync();
        using var member = await People.JoinedAsync(server, Ann, "viewer");
        using var browser = new Browser(server);

        var wrong = await People.SignInAsync(browser, Ann, "wrong horse battery staple");
        var nobody = await People.SignInAsync(browser, "bob@shop.example", "wrong horse battery staple");
        var nowhere = await People.SignInAsync(browser, Ann, People.Password, "no-such-tenant");

        foreach (var answer in new[] { wrong, nobody, nowhere })
        {
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Body.ShouldContain("That did not work.");
        }

        (await People.SignInAsync(browser, "ANN@shop.example ")).Location.ShouldBe("/account");
    }

    [Fact]
    public async Task After_failures_the_right_password_is_refused_too_until_a_while_has_passed()
    {
        await using var server = await StartAsync();
        using var member = await People.JoinedAsync(server, Ann, "viewer");
        using var browser = new Browser(server);
        for (var i = 0; i < Lockout.FreeTries; i++)
        {
            (await People.SignInAsync(browser, Ann, "wrong horse battery staple")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        _clock.Advance(Lockout.First + TimeSpan.FromSeconds(1));
        (await People.SignInAsync(browser, Ann, "wrong horse battery staple")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _clock.Advance(Lockout.First + TimeSpan.FromSeconds(1));
        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _clock.Advance(Lockout.First);
        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task From_one_address_many_accounts_cannot_be_tried()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: s => s.Configure<AccessOptions>(o => o.TriesPerAddress = 2));
        using var browser = new Browser(server);

        (await People.SignInAsync(browser, "a@shop.example")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await People.SignInAsync(browser, "b@shop.example")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await People.SignInAsync(browser, "c@shop.example")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_not_taken_and_a_return_address_is_always_ours()
    {
        await using var server = await StartAsync();
        using var member = await People.JoinedAsync(server, Ann, "viewer");
        using var browser = new Browser(server);

        (await browser.PostAsync("/account/sign-in", [new("email", Ann), new("password", People.Password)])).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "/account\\@evil.example" })
        {
            var form = await browser.GetAsync($"/account/sign-in?return={Uri.EscapeDataString(elsewhere)}");
            (await browser.SubmitAsync(form, ("email", Ann), ("password", People.Password))).Location.ShouldBe("/account", elsewhere);
        }
    }

    [Fact]
    public async Task One_time_codes_are_asked_for_once_confirmed_and_none_is_good_twice()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var me = await KeyOfAsync(server, Ann);
        var secret = (await PostAsync(me, "/api/v1/me/totp")).GetProperty("secret").GetString()!;
        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Found);

        using var wrong = await me.PostAsJsonAsync("/api/v1/me/totp/confirm", new { code = "000000" }, Token);
        (await People.CodeOfAsync(wrong)).ShouldBe("account.wrong_code");
        var codes = (await PostAsync(me, "/api/v1/me/totp/confirm", new { code = CodeNow(secret) })).GetProperty("recoveryCodes");
        codes.GetArrayLength().ShouldBe(RecoveryCodeText.Count);

        // The code that confirmed is used up.
        var step = await People.SignInAsync(browser, Ann);
        step.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(step, ("code", CodeNow(secret)))).Status.ShouldBe(HttpStatusCode.Unauthorized);

        _clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeNow(secret);
        (await browser.SubmitAsync(step, ("code", code))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.SubmitAsync(await People.SignInAsync(browser, Ann), ("code", code))).Status.ShouldBe(HttpStatusCode.Unauthorized);

        _clock.Advance(TimeSpan.FromMinutes(6));
        (await browser.SubmitAsync(step, ("code", CodeNow(secret)))).Status.ShouldBe(HttpStatusCode.Unauthorized, "the first step is too long ago");
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_codes_can_be_turned_off_with_one_only()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var me = await KeyOfAsync(server, Ann);
        var secret = (await PostAsync(me, "/api/v1/me/totp")).GetProperty("secret").GetString()!;
        var codes = (await PostAsync(me, "/api/v1/me/totp/confirm", new { code = CodeNow(secret) })).GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!).ToArray();

        (await browser.SubmitAsync(await People.SignInAsync(browser, Ann), ("code", codes[0].ToUpperInvariant()))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.SubmitAsync(await People.SignInAsync(browser, Ann), ("code", codes[0]))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await me.GetFromJsonAsync<JsonElement>("/api/v1/me", Token)).GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(RecoveryCodeText.Count - 1);

        using var refused = await me.PostAsJsonAsync("/api/v1/me/totp/disable", new { code = codes[0] }, Token);
        using var off = await me.PostAsJsonAsync("/api/v1/me/totp/disable", new { code = codes[1] }, Token);
        (await People.CodeOfAsync(refused)).ShouldBe("account.wrong_code");
        off.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Failures_of_the_own_account_count_though_the_request_fails()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var me = await KeyOfAsync(server, Ann);
        for (var i = 0; i < Lockout.FreeTries; i++)
        {
            using var wrong = await me.PostAsJsonAsync("/api/v1/me/password", new { current = "wrong horse battery staple", @new = "a quite different sentence" }, Token);
            (await People.CodeOfAsync(wrong)).ShouldBe("account.wrong_password");
        }

        using var right = await me.PostAsJsonAsync("/api/v1/me/password", new { current = People.Password, @new = "a quite different sentence" }, Token);
        (await People.CodeOfAsync(right)).ShouldBe("account.wrong_password");
    }

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_the_old_password()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var me = await KeyOfAsync(server, Ann);

        using var known = await me.PostAsJsonAsync("/api/v1/me/password", new { current = People.Password, @new = "password1234" }, Token);
        using var changed = await me.PostAsJsonAsync("/api/v1/me/password", new { current = People.Password, @new = "a quite different sentence" }, Token);

        (await People.CodeOfAsync(known)).ShouldBe("request.invalid");
        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();
        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await People.SignInAsync(browser, Ann, "a quite different sentence")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_session_is_listed_and_ends_at_once_when_it_is_revoked_or_too_old()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var other = new Browser(server);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await People.SignInAsync(other, Ann)).Status.ShouldBe(HttpStatusCode.Found);
        using var me = await KeyOfAsync(server, Ann);
        var sessions = (await me.GetFromJsonAsync<JsonElement>("/api/v1/me/sessions", Token)).GetProperty("items");
        sessions.GetArrayLength().ShouldBe(2);
        sessions[0].GetProperty("agent").GetString().ShouldBe("TestBrowser/1");

        (await me.DeleteAsync($"/api/v1/me/sessions/{sessions[0].GetProperty("id").GetGuid()}", Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await People.IsSignedInAsync(other)).ShouldBeFalse();
        (await People.IsSignedInAsync(browser)).ShouldBeTrue();

        using var foreign = await server.Client.DeleteAsync($"/api/v1/me/sessions/{sessions[1].GetProperty("id").GetGuid()}", Token);
        (await People.CodeOfAsync(foreign)).ShouldBe("account.session_not_found");

        _clock.Advance(TimeSpan.FromMinutes(61));
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_an_admins_link_sets_a_lost_password_anew()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        var token = browser.Cookies.GetAllCookies()[Sessions.Cookie]!.Value;
        (await browser.SubmitAsync(await browser.GetAsync("/account"))).Location.ShouldBe("/account/sign-in");
        browser.Cookies.Add(server.Client.BaseAddress!, new Cookie(Sessions.Cookie, token));
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();

        var member = (await server.GetAsync("/api/v1/members")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("email").GetString() == Ann).GetProperty("id").GetGuid();
        var link = (await PostAsync(server.Client, $"/api/v1/members/{member}/password-link")).GetProperty("link").GetString()!;
        (await People.JoinAsync(browser, link, password: "a quite different sentence")).Status.ShouldBe(HttpStatusCode.Found);
        (await People.SignInAsync(browser, Ann)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await People.SignInAsync(browser, Ann, "a quite different sentence")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_secret_of_codes_is_in_no_file_and_no_audit_line()
    {
        await using var server = await StartAsync();
        using var browser = await People.JoinedAsync(server, Ann, "editor");
        using var me = await KeyOfAsync(server, Ann);
        var secret = (await PostAsync(me, "/api/v1/me/totp")).GetProperty("secret").GetString()!;

        var raw = FromBase32(secret);
        foreach (var file in Directory.EnumerateFiles(server.Folder, "testforge.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = await reader.ReadToEndAsync(Token);
            text.ShouldNotContain(secret);
            text.ShouldNotContain(Convert.ToBase64String(raw));
            text.ShouldNotContain(People.Password);
        }
    }

    private Task<ServerRig> StartAsync() => ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: s => s.AddSingleton<TimeProvider>(_clock).Configure<AccessOptions>(o => o.SessionHours = 1));

    private string CodeNow(string secret) => Totp.CodeOf(FromBase32(secret), Totp.StepOf(_clock.GetUtcNow()));

    private static byte[] FromBase32(string text)
    {
        var (buffer, bits, bytes) = (0, 0, new List<byte>());
        foreach (var digit in text)
        {
            (buffer, bits) = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(digit, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }

    /// <summary>A key that acts for a member who has joined.</summary>
    private static async Task<HttpClient> KeyOfAsync(ServerRig server, string email)
    {
        ApiKeyText.TryRead(server.FirstKey!, out var tenant);
        var text = await server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            async db =>
            {
                var user = await db.Users.SingleAsync(u => u.Email == email, Token);
                var (key, made) = CreateKey.Make(tenant, "Own", Scopes.All, null, TimeProvider.System, user.Id);
                db.Add(key);
                await db.SaveChangesAsync(Token);
                return made;
            },
            Token);
        return server.ClientWith(text);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object? body = null)
    {
        using var response = await client.PostAsync(path, body is null ? null : JsonContent.Create(body), Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
