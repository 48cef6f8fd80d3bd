using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Api;

namespace TestForge.Server.Tests.Api;

/// <summary>What every answer of the API has in common.</summary>
public sealed class AnswersTests
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again_and_one_that_changed_is()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        await server.ProjectAsync(Url, "a");
        using var first = await server.Client.GetAsync("/api/v1/projects", Token);
        var tag = first.Headers.ETag!.ToString();

        using var known = await AskAsync(server, "/api/v1/projects", "If-None-Match", tag);
        await server.ProjectAsync(Url, "b");
        using var changed = await AskAsync(server, "/api/v1/projects", "If-None-Match", tag);

        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await known.Content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
        known.Headers.ETag!.ToString().ShouldBe(tag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task JSON_is_compressed_and_an_answer_with_a_secret_is_not()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        for (var i = 0; i < 10; i++)
        {
            await server.ProjectAsync(Url, $"A project with a name that is long enough {i}");
        }

        using var list = await AskAsync(server, "/api/v1/projects", "Accept-Encoding", "gzip");
        using var make = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys") { Content = JsonContent.Create(new { name = "CI", scopes = new[] { "runs:read" } }) };
        make.Headers.Add("Accept-Encoding", "gzip");
        using var key = await server.Client.SendAsync(make, Token);

        list.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        await using var unpacked = new GZipStream(await list.Content.ReadAsStreamAsync(Token), CompressionMode.Decompress);
        (await JsonSerializer.DeserializeAsync<JsonElement>(unpacked, cancellationToken: Token)).Items().Length.ShouldBe(10);
        key.StatusCode.ShouldBe(HttpStatusCode.Created);
        key.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("api-version", "1.0", 200)]
    [InlineData("api-version", "1", 200)]
    [InlineData("Accept", "application/json; v=1.0", 200)]
    [InlineData("api-version", "2.0", 400)]
    [InlineData("Accept", "application/json; v=9", 400)]
    [InlineData("api-version", "1.0; DROP", 400)]
    public async Task A_version_is_asked_for_by_header_or_media_type(string header, string value, int status)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await AskAsync(server, "/api/v1/projects", header, value);

        ((int)response.StatusCode).ShouldBe(status);
        response.Headers.GetValues("api-supported-versions").ShouldBe(["1.0"]);
        if (status == 400)
        {
            (await ProjectsTests.ProblemAsync(response)).ShouldBe((400, "request.unsupported_version"));
        }
    }

    [Fact]
    public async Task An_operation_that_will_end_says_so_and_ends_on_its_day()
    {
        var clock = new FakeTimeProvider(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<TimeProvider>(clock).AddApi(new());
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseRouting();
        app.UseMiddleware<ApiVersions>();
        app.MapGet("/api/v1/old", () => "old").WithMetadata(new Deprecation(new(2029, 12, 1), new(2030, 6, 1), "/api/v1/new"));
        await app.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

        using var warned = await client.GetAsync("/api/v1/old", Token);
        clock.SetUtcNow(new(2030, 6, 1, 0, 0, 0, TimeSpan.Zero));
        using var ended = await client.GetAsync("/api/v1/old", Token);

        warned.StatusCode.ShouldBe(HttpStatusCode.OK);
        warned.Headers.GetValues("Deprecation").ShouldBe(["@1890777600"]);
        warned.Headers.GetValues("Sunset").ShouldBe(["Sat, 01 Jun 2030 00:00:00 GMT"]);
        warned.Headers.GetValues("Link").ShouldBe(["</api/v1/new>; rel=\"successor-version\""]);
        ended.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private static Task<HttpResponseMessage> AskAsync(ServerRig server, string path, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return server.Client.SendAsync(request, Token);
    }
}
