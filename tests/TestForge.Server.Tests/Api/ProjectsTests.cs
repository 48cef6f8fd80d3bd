using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TestForge.Server.Tests.Api;

public sealed class ProjectsTests
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_is_made_read_changed_and_listed()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var made = await server.ProjectAsync(Url);
        var id = made.GetProperty("project").GetProperty("id").GetGuid();

        using var read = await server.Client.GetAsync($"/api/v1/projects/{id}", Token);
        read.Headers.ETag!.Tag.ShouldBe("\"1\"");

        using var put = await PutAsync(server, id, read.Headers.ETag.Tag, "Other");
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        put.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await server.GetAsync("/api/v1/projects")).GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Other");
        (await server.GetAsync($"/api/v1/projects/{id}/environments")).GetProperty("items")[0].GetProperty("baseUrl").GetString().ShouldBe(Url);
    }

    [Fact]
    public async Task A_change_of_what_was_not_read_is_refused()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var id = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();

        using var without = await PutAsync(server, id, null, "Other");
        using var stale = await PutAsync(server, id, "\"7\"", "Other");
        using var weak = await PutAsync(server, id, "W/\"1\"", "Other");

        (await ProblemAsync(without)).ShouldBe((428, "request.if_match_required"));
        (await ProblemAsync(stale)).ShouldBe((412, "request.stale"));
        (await ProblemAsync(weak)).ShouldBe((412, "request.stale"));
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var id = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/projects/{id}");
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"1\"");

        using var response = await server.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("""{"name":"Shop","baseUrl":"http://127.0.0.1:1/","nmae":"x"}""", "request.invalid", "nmae")]
    [InlineData("""{"name":"","baseUrl":"http://127.0.0.1:1/"}""", "request.invalid", "name")]
    [InlineData("""{"name":"Shop"}""", "request.invalid", "")]
    [InlineData("""{"name":null,"baseUrl":"http://127.0.0.1:1/"}""", "request.invalid", "name")]
    [InlineData("""{"name":7,"baseUrl":"http://127.0.0.1:1/"}""", "request.invalid", "name")]
    [InlineData("""{"name":"Shop","baseUrl":"ftp://shop.example"}""", "request.invalid", "baseUrl")]
    [InlineData("""{"name":"Shop","baseUrl":"http://ann:pw@127.0.0.1/"}""", "request.invalid", "baseUrl")]
    [InlineData("""{"name":"Shop","baseUrl":"http://10.1.2.3/"}""", "target.refused", "")]
    [InlineData("""{"name":""", "request.invalid", "")]
    [InlineData("[]", "request.invalid", "")]
    [InlineData("", "request.unreadable", "")]
    public async Task A_bad_request_is_told_what_is_wrong(string body, string code, string field)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.PostAsync("/api/v1/projects", new StringContent(body, Encoding.UTF8, "application/json"), Token);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        ((int)response.StatusCode).ShouldBeInRange(400, 422);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("type").GetString().ShouldBe($"/errors/{code}");
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        if (field.Length > 0)
        {
            problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue(problem.ToString());
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.PostAsJsonAsync("/api/v1/projects", new { name = "Shop", baseUrl = Url, description = new string('x', 2_000_000) }, Token);

        (await ProblemAsync(response)).ShouldBe((413, "request.too_large"));
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_carried_out_once()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        var first = await PostAsync(server, "k-1", "Shop");
        var second = await PostAsync(server, "k-1", "Shop");
        var other = await PostAsync(server, "k-1", "Other");

        second.Body.ShouldBe(first.Body);
        second.Status.ShouldBe(201);
        second.Replayed.ShouldBeTrue();
        first.Replayed.ShouldBeFalse();
        (other.Status, JsonDocument.Parse(other.Body).RootElement.GetProperty("code").GetString()).ShouldBe((422, "idempotency.key_reused"));
        (await server.GetAsync("/api/v1/projects")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_not_kept_under_its_key()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        (await PostAsync(server, "k-2", "")).Status.ShouldBe(400);
        (await PostAsync(server, "k-2", "Shop")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        for (var i = 0; i < 7; i++)
        {
            await server.ProjectAsync(Url, $"P{i}");
        }

        var names = new List<string>();
        var next = "/api/v1/projects?limit=3";
        while (next is not null)
        {
            var page = await server.GetAsync(next);
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()!));
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        names.ShouldBe(["P6", "P5", "P4", "P3", "P2", "P1", "P0"]);
    }

    [Theory]
    [InlineData("?cursor=nonsense", "request.bad_cursor")]
    [InlineData("?cursor=%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00", "request.invalid")]
    [InlineData("?limit=0", "request.invalid")]
    [InlineData("?limit=201", "request.invalid")]
    [InlineData("?limit=many", "request.unreadable")]
    public async Task A_page_that_cannot_be_is_told_so(string query, string code)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.GetAsync("/api/v1/projects" + query, Token);

        (await ProblemAsync(response)).ShouldBe((400, code));
    }

    internal static async Task<(int Status, string? Code)> ProblemAsync(HttpResponseMessage response) =>
        ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());

    private static Task<HttpResponseMessage> PutAsync(ServerRig server, Guid id, string? etag, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/projects/{id}") { Content = JsonContent.Create(new { name }) };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        return server.Client.SendAsync(request, Token);
    }

    private static async Task<(int Status, string Body, bool Replayed)> PostAsync(ServerRig server, string key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/projects") { Content = JsonContent.Create(new { name, baseUrl = Url }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await server.Client.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token), response.Headers.Contains("Idempotency-Replayed"));
    }
}
