using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Access;

namespace TestForge.Server.Tests.Api;

public sealed class KeysTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_key_and_with_a_wrong_one_nothing_is_told()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var nobody = server.ClientWith(null);
        using var wrong = server.ClientWith(server.FirstKey![..^1] + (server.FirstKey[^1] == 'a' ? 'b' : 'a'));

        using var first = await nobody.GetAsync("/api/v1/projects", Token);
        using var second = await wrong.GetAsync("/api/v1/projects", Token);

        (await ProjectsTests.ProblemAsync(first)).ShouldBe((401, "access.no_key"));
        (await ProjectsTests.ProblemAsync(second)).ShouldBe((401, "access.bad_key"));
        first.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_key_may_do_what_its_scopes_say()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var reader = server.ClientWith((await MakeAsync(server.Client, new { name = "CI", scopes = new[] { "projects:read" } })).GetProperty("key").GetString());

        using var read = await reader.GetAsync("/api/v1/projects", Token);
        using var write = await reader.PostAsJsonAsync("/api/v1/projects", new { name = "x", baseUrl = "http://127.0.0.1:1" }, Token);

        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ProjectsTests.ProblemAsync(write)).ShouldBe((403, "access.forbidden"));
    }

    [Fact]
    public async Task A_key_gives_no_more_than_it_has()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var maker = server.ClientWith((await MakeAsync(server.Client, new { name = "maker", scopes = new[] { "keys:write" } })).GetProperty("key").GetString());

        using var response = await maker.PostAsJsonAsync("/api/v1/keys", new { name = "more", scopes = new[] { "runs:write" } }, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((403, "access.more_than_own"));
    }

    [Fact]
    public async Task A_key_that_another_server_revoked_ends_within_the_time_that_it_is_remembered()
    {
        var settings = await postgres.NewAsync(Token);
        await using var first = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing);
        await using var second = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing, replace: s => s.Configure<AccessOptions>(o => o.RememberSeconds = 1));
        var made = await MakeAsync(first.Client, new { name = "CI", scopes = new[] { "projects:read" } });
        using var client = second.ClientWith(made.GetProperty("key").GetString());
        (await client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var revoked = await first.Client.DeleteAsync($"/api/v1/keys/{made.GetProperty("id").GetGuid()}", Token);

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var asked = System.Diagnostics.Stopwatch.StartNew();
        while ((await client.GetAsync("/api/v1/projects", Token)).StatusCode == HttpStatusCode.OK)
        {
            asked.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            await Task.Delay(100, Token);
        }
    }

    [Fact]
    public async Task A_revoked_key_ends_at_once_and_is_listed_without_itself()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var made = await MakeAsync(server.Client, new { name = "CI", scopes = new[] { "projects:read" } });
        var text = made.GetProperty("key").GetString()!;
        using var client = server.ClientWith(text);
        (await client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var revoked = await server.Client.DeleteAsync($"/api/v1/keys/{made.GetProperty("id").GetGuid()}", Token);

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var list = (await server.GetAsync("/api/v1/keys")).ToString();
        list.ShouldNotContain(text);
        list.ShouldContain("lastUsedAt");
    }

    [Fact]
    public async Task A_rotated_key_goes_on_for_the_overlap_and_no_longer_and_is_rotated_once()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: s => s.AddSingleton<TimeProvider>(clock));
        var made = await MakeAsync(server.Client, new { name = "CI", scopes = new[] { "projects:read" } });
        var path = $"/api/v1/keys/{made.GetProperty("id").GetGuid()}";
        using var old = server.ClientWith(made.GetProperty("key").GetString());

        using var rotated = await server.Client.PostAsJsonAsync($"{path}/rotate", new { overlapHours = 1 }, Token);
        using var again = await server.Client.PostAsJsonAsync($"{path}/rotate", new { }, Token);
        using var young = server.ClientWith((await rotated.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("key").GetString());

        (await ProjectsTests.ProblemAsync(again)).ShouldBe((409, "access.key_ended"));
        (await old.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await young.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(1));
        (await old.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await young.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_personal_key_belongs_to_its_member_and_only_the_member_renews_it()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (admin, user, _) = await Access.People.WithKeyAsync(server, Platform.Tenancy.Role.Admin);
        var made = await MakeAsync(admin, new { name = "Mine", scopes = new[] { "projects:read" }, personal = true });
        var path = $"/api/v1/keys/{made.GetProperty("id").GetGuid()}";
        made.GetProperty("userId").GetGuid().ShouldBe(user);

        using var byOther = await server.Client.PostAsJsonAsync($"{path}/rotate", new { }, Token);
        using var changed = await PutAsync(server.Client, path, new { name = "Renamed", expiresAt = (string?)null });
        using var byOwner = await admin.PostAsJsonAsync($"{path}/rotate", new { }, Token);

        (await ProjectsTests.ProblemAsync(byOther)).ShouldBe((403, "access.more_than_own"));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync(Token));
        byOwner.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var tenants = server.ClientWith((await MakeAsync(server.Client, new { name = "Tenant's", scopes = new[] { "keys:write" } })).GetProperty("key").GetString());
        using var nobodys = await tenants.PostAsJsonAsync("/api/v1/keys", new { name = "x", scopes = new[] { "keys:write" }, personal = true }, Token);
        (await ProjectsTests.ProblemAsync(nobodys)).ShouldBe((409, "access.no_member"));
        admin.Dispose();
    }

    [Fact]
    public async Task An_expired_key_is_no_key()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var past = await server.Client.PostAsJsonAsync("/api/v1/keys", new { name = "old", scopes = new[] { "runs:read" }, expiresAt = "2020-01-01T00:00:00Z" }, Token);

        (await ProjectsTests.ProblemAsync(past)).ShouldBe((400, "request.invalid"));
    }

    [Fact]
    public async Task A_new_key_is_not_kept_for_being_given_again()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var content = new { name = "CI", scopes = new[] { "runs:read" } };

        using var first = await PostAsync(server, content);
        using var second = await PostAsync(server, content);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await ProjectsTests.ProblemAsync(second)).ShouldBe((409, "idempotency.answer_was_secret"));
        var text = (await first.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("key").GetString()!;
        foreach (var file in Directory.EnumerateFiles(server.Folder, "testforge.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(Token)).ShouldNotContain(text[..^6]);
        }
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string path, object content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(content) };
        request.Headers.Add("If-Match", "*");
        return client.SendAsync(request, Token);
    }

    private static Task<HttpResponseMessage> PostAsync(ServerRig server, object content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys") { Content = JsonContent.Create(content) };
        request.Headers.Add("Idempotency-Key", "make-key");
        return server.Client.SendAsync(request, Token);
    }

    private static async Task<JsonElement> MakeAsync(HttpClient client, object content)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/keys", content, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
