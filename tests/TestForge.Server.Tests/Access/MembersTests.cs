using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Access;

public sealed class MembersTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_invited_joins_by_the_link_and_the_link_is_good_once()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (link, id) = await People.InviteAsync(server.Client, "Ann@Shop.example", "editor");
        using var browser = new Browser(server);
        using var late = new Browser(server);
        var form = await late.GetAsync(link);

        (await People.JoinAsync(browser, link)).Location.ShouldBe("/account");

        (await People.IsSignedInAsync(browser)).ShouldBeTrue();
        (await late.SubmitAsync(form, ("name", "Eve"), ("password", "another horse battery staple"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await late.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await People.IsSignedInAsync(late)).ShouldBeFalse();
        var members = await server.GetAsync("/api/v1/members");
        members.GetProperty("items").EnumerateArray().Select(m => $"{m.GetProperty("email")} {m.GetProperty("role")}").ShouldBe(["ann@shop.example editor", "owner@localhost owner"]);
        (await server.GetAsync("/api/v1/invitations")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetGuid() == id).GetProperty("status").GetString().ShouldBe("accepted");
    }

    [Fact]
    public async Task Two_who_take_one_link_at_the_same_time_are_not_two_members()
    {
        await using var server = await ServerRig.StartAsync(await postgres.NewAsync(Token), ScriptedExecutor.Passing);
        var (link, _) = await People.InviteAsync(server.Client, "ann@shop.example", "viewer");
        Browser[] browsers = [.. Enumerable.Range(0, 4).Select(_ => new Browser(server))];
        var forms = await Task.WhenAll(browsers.Select(b => b.GetAsync(link)));

        var answers = await Task.WhenAll(browsers.Select((b, i) => b.SubmitAsync(forms[i], ("name", $"Ann {i}"), ("password", People.Password))));

        answers.Count(a => a.Status == HttpStatusCode.Found).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.NotFound).ShouldBe(3);
        foreach (var browser in browsers)
        {
            browser.Dispose();
        }
    }

    [Fact]
    public async Task An_invitation_ends_by_time_by_being_revoked_and_by_a_new_link()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: s => s.AddSingleton<TimeProvider>(clock).Configure<AccessOptions>(o => o.InvitationHours = 1));
        using var browser = new Browser(server);
        var (first, id) = await People.InviteAsync(server.Client, "ann@shop.example", "viewer");
        using var again = await server.Client.PostAsJsonAsync("/api/v1/invitations", new { email = "ANN@shop.example", role = "viewer" }, Token);
        (await People.CodeOfAsync(again)).ShouldBe("invitations.open");

        using var resent = await server.Client.PostAsync($"/api/v1/invitations/{id}/resend", null, Token);
        var second = (await resent.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("link").GetString()!;
        (await browser.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(second)).Status.ShouldBe(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromMinutes(61));
        (await browser.GetAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);

        var (third, other) = await People.InviteAsync(server.Client, "bob@shop.example", "viewer");
        (await server.Client.DeleteAsync($"/api/v1/invitations/{other}", Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsync(third)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var ended = await server.Client.PostAsync($"/api/v1/invitations/{other}/resend", null, Token);
        (await People.CodeOfAsync(ended)).ShouldBe("invitations.ended");
    }

    [Fact]
    public async Task A_link_is_of_its_tenant_and_one_that_was_altered_is_none()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var rival = await server.RivalAsync();
        var (link, _) = await People.InviteAsync(rival, "ann@shop.example", "viewer");
        using var browser = new Browser(server);

        (await browser.GetAsync(link[..^1] + (link[^1] == 'a' ? 'b' : 'a'))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await People.JoinAsync(browser, link)).Status.ShouldBe(HttpStatusCode.Found);

        (await server.GetAsync("/api/v1/members")).ToString().ShouldNotContain("ann@shop.example");
        (await rival.GetFromJsonAsync<JsonElement>("/api/v1/members", Token)).ToString().ShouldContain("ann@shop.example");
    }

    [Fact]
    public async Task A_person_may_be_in_two_tenants_with_a_password_for_each()
    {
        await using var server = await ServerRig.StartAsync(await postgres.NewAsync(Token), ScriptedExecutor.Passing);
        using var rival = await server.RivalAsync();
        using var here = await People.JoinedAsync(server, "ann@shop.example", "viewer");
        using var there = new Browser(server);
        (await People.JoinAsync(there, (await People.InviteAsync(rival, "ann@shop.example", "editor")).Link, password: "another horse battery staple")).Status.ShouldBe(HttpStatusCode.Found);
        var rivals = (await rival.GetFromJsonAsync<JsonElement>("/api/v1/tenant", Token)).GetProperty("id").GetString()!;
        using var browser = new Browser(server);

        (await People.SignInAsync(browser, "ann@shop.example", tenant: rivals)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await People.SignInAsync(browser, "ann@shop.example", "another horse battery staple", rivals)).Status.ShouldBe(HttpStatusCode.Found);
        (await People.SignInAsync(browser, "ann@shop.example")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_last_owner_can_be_neither_removed_nor_demoted_also_by_two_at_once()
    {
        await using var server = await ServerRig.StartAsync(await postgres.NewAsync(Token), ScriptedExecutor.Passing);
        var first = (await server.GetAsync("/api/v1/members")).GetProperty("items")[0].GetProperty("id").GetGuid();
        using var demoted = await PutRoleAsync(server.Client, first, "admin");
        using var removed = await server.Client.DeleteAsync($"/api/v1/members/{first}", Token);
        (await People.CodeOfAsync(demoted)).ShouldBe("members.last_owner");
        (await People.CodeOfAsync(removed)).ShouldBe("members.last_owner");

        var (second, _, secondId) = await People.WithKeyAsync(server, Role.Owner);
        var both = await Task.WhenAll(server.Client.DeleteAsync($"/api/v1/members/{first}", Token), second.DeleteAsync($"/api/v1/members/{secondId}", Token));

        both.Select(r => r.StatusCode).ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Conflict], ignoreOrder: true);
        second.Dispose();
    }

    [Fact]
    public async Task An_admin_makes_no_owner_and_unmakes_none()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var owner = (await server.GetAsync("/api/v1/members")).GetProperty("items")[0].GetProperty("id").GetGuid();
        await People.WithKeyAsync(server, Role.Owner);
        var (admin, _, me) = await People.WithKeyAsync(server, Role.Admin);

        using var invited = await admin.PostAsJsonAsync("/api/v1/invitations", new { email = "eve@shop.example", role = "owner" }, Token);
        using var promoted = await PutRoleAsync(admin, me, "owner");
        using var demoted = await PutRoleAsync(admin, owner, "viewer");
        using var removed = await admin.DeleteAsync($"/api/v1/members/{owner}", Token);
        using var reset = await admin.PostAsync($"/api/v1/members/{owner}/password-link", null, Token);

        foreach (var response in new[] { invited, promoted, demoted, removed, reset })
        {
            (await People.CodeOfAsync(response)).ShouldBe("access.more_than_own");
        }

        admin.Dispose();
    }

    [Fact]
    public async Task With_a_member_go_keys_sessions_and_password()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var browser = await People.JoinedAsync(server, "ann@shop.example", "editor");
        var member = (await server.GetAsync("/api/v1/members")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("email").GetString() == "ann@shop.example");
        ApiKeyText.TryRead(server.FirstKey!, out var tenant);
        var (key, text) = CreateKey.Make(tenant, "Ann's", Scopes.All, null, TimeProvider.System, member.GetProperty("userId").GetGuid());
        await server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            db =>
            {
                db.Add(key);
                return db.SaveChangesAsync(Token);
            },
            Token);
        using var client = server.ClientWith(text);
        (await client.GetAsync("/api/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await server.Client.DeleteAsync($"/api/v1/members/{member.GetProperty("id").GetGuid()}", Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await client.GetAsync("/api/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await People.IsSignedInAsync(browser)).ShouldBeFalse();
        (await People.SignInAsync(browser, "ann@shop.example")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> PutRoleAsync(HttpClient client, Guid member, string role)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/members/{member}") { Content = JsonContent.Create(new { role }) };
        request.Headers.Add("If-Match", "*");
        return client.SendAsync(request, Token);
    }
}
