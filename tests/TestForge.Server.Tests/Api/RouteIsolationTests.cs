using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Server.Tests.Api;

/// <summary>Tries every route there is with another tenant's key. A new route is tried too, and fails here when it asks for nobody.</summary>
public sealed class RouteIsolationTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_no_route_tells_or_changes_anything_of_another_tenant() => TryEveryRouteAsync(new());

    [Fact]
    public async Task On_PostgreSQL_no_route_tells_or_changes_anything_of_another_tenant() => await TryEveryRouteAsync(await postgres.NewAsync(Token));

    [Fact]
    public async Task Every_route_of_the_API_asks_for_a_scope()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        var routes = Routes(server);

        routes.Length.ShouldBeGreaterThan(15);
        routes.Where(r => !r.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => Scopes.All.Contains(a.Policy ?? ""))).Select(r => r.DisplayName).ShouldBeEmpty();
    }

    private static async Task TryEveryRouteAsync(ServerSettings settings)
    {
        await using var server = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing);
        var ids = await FillAsync(server);
        using var rival = await server.RivalAsync();
        using var nobody = server.ClientWith(null);
        var before = await AllOfFirstTenantAsync(server);
        var probes = 0;

        foreach (var route in Routes(server))
        {
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                var path = PathOf(route, ids);
                using var anonymous = await SendAsync(nobody, method, path);
                anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");

                using var foreign = await SendAsync(rival, method, path);
                var body = await foreign.Content.ReadAsStringAsync(Token);
                probes++;
                if (route.RoutePattern.Parameters.Count > 0)
                {
                    // Even a bad body must not tell that the address is somebody's; only what cannot be read at all is told before.
                    ((int)foreign.StatusCode).ShouldBeOneOf([400, 404], $"{method} {path}: {body}");
                }

                foreach (var secret in ids.Values)
                {
                    WithoutOwnPath(body, path).ShouldNotContain(secret.ToString(), Case.Insensitive, $"{method} {path}");
                }

                body.ShouldNotContain(Marker, Case.Sensitive, $"{method} {path}");
            }
        }

        probes.ShouldBeGreaterThan(15);
        (await AllOfFirstTenantAsync(server)).ShouldBe(before);
    }

    private const string Marker = "only-acme-knows";

    private static RouteEndpoint[] Routes(ServerRig server) =>
        [.. server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).DistinctBy(e => e.DisplayName)];

    /// <summary>Something of every kind for the first tenant, by the name of the route parameter that stands for it.</summary>
    private static async Task<Dictionary<string, Guid>> FillAsync(ServerRig server)
    {
        var made = await server.ProjectAsync($"http://127.0.0.1:1/{Marker}", Marker);
        var project = made.GetProperty("project").GetProperty("id").GetGuid();
        var run = await server.RunAsync(project);
        await server.EventsAsync(run);
        using var key = await server.Client.PostAsJsonAsync("/api/v1/keys", new { name = Marker, scopes = new[] { "runs:read" } }, Token);
        var artifact = await ArtifactAsync(server, run);
        using var hook = await server.Client.PostAsJsonAsync("/api/v1/webhooks", new { url = $"http://127.0.0.1:1/{Marker}" }, Token);
        var webhook = (await hook.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("webhook").GetProperty("id").GetGuid();
        using var test = await server.Client.PostAsync($"/api/v1/webhooks/{webhook}/test", null, Token);
        return new()
        {
            ["projectId"] = project,
            ["environmentId"] = made.GetProperty("environment").GetProperty("id").GetGuid(),
            ["runId"] = run,
            ["keyId"] = (await key.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid(),
            ["artifactId"] = artifact,
            ["webhookId"] = webhook,
            ["deliveryId"] = (await test.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid(),
        };
    }

    private static async Task<Guid> ArtifactAsync(ServerRig server, Guid run)
    {
        var tenant = FirstTenant(server);
        var content = await server.Services.GetRequiredService<IRunArtifacts>().StoreOf(tenant, run).PutAsync(ArtifactKinds.ReportHtml, System.Text.Encoding.UTF8.GetBytes(Marker), Token);
        var artifact = new RunArtifact { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run, Kind = content.Kind, Sha256 = content.Sha256, Length = content.Length, Name = "report.html" };
        await server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            async db =>
            {
                db.Add(artifact);
                return await db.SaveChangesAsync(Token);
            },
            Token);
        return artifact.Id;
    }

    private static Platform.Tenancy.TenantId FirstTenant(ServerRig server)
    {
        ApiKeyText.TryRead(server.FirstKey!, out var tenant).ShouldBeTrue();
        return tenant;
    }

    private static string PathOf(RouteEndpoint route, Dictionary<string, Guid> ids) => string.Concat(route.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        // A parameter without an example: say in FillAsync what stands for it.
        RoutePatternParameterPart parameter => ids[parameter.Name].ToString(),
        _ => throw new InvalidOperationException($"{route.RoutePattern.RawText} has a part of another kind."),
    }))));

    // A well-formed body for whatever route it is would have to be known; these two get past reading for most.
    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (method is "POST" or "PUT" or "PATCH")
        {
            object body = path.EndsWith("/environments", StringComparison.Ordinal) ? new { name = "rival", baseUrl = "http://127.0.0.1:1/" }
                : path.Contains("/runs", StringComparison.Ordinal) ? new { }
                : path.EndsWith("/keys", StringComparison.Ordinal) ? new { name = "rival", scopes = new[] { "runs:read" } }
                : path.EndsWith("/secret", StringComparison.Ordinal) ? new { overlapHours = 1 }
                : path.Contains("/webhooks", StringComparison.Ordinal) ? new { url = "http://127.0.0.1:1/" }
                : path.EndsWith("/projects", StringComparison.Ordinal) ? new { name = "rival", baseUrl = "http://127.0.0.1:1/" }
                : new { name = "rival" };
            request.Content = JsonContent.Create(body);
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        return await client.SendAsync(request, Token);
    }

    // A problem says the address that was asked for, and the id in it, which the caller knew.
    private static string WithoutOwnPath(string body, string path) => path.Split('/').Where(p => Guid.TryParse(p, out _)).Aggregate(body, (text, id) => text.Replace(id, "", StringComparison.OrdinalIgnoreCase));

    private static Task<string> AllOfFirstTenantAsync(ServerRig server) => server.Services.GetRequiredService<TenantWork>().ReadAsync(
        FirstTenant(server),
        async db => JsonSerializer.Serialize(new
        {
            projects = await db.Projects.AsNoTracking().OrderBy(p => p.Id).Select(p => new { p.Id, p.Name, p.Version }).ToListAsync(Token),
            environments = await db.Environments.AsNoTracking().OrderBy(e => e.Id).Select(e => new { e.Id, e.Name, e.BaseUrl }).ToListAsync(Token),
            runs = await db.Runs.AsNoTracking().OrderBy(r => r.Id).Select(r => new { r.Id, r.Status, r.CancelAskedAt }).ToListAsync(Token),
            webhooks = await db.Webhooks.AsNoTracking().OrderBy(w => w.Id).Select(w => new { w.Id, w.Url, w.Version }).ToListAsync(Token),
            keys = await db.ApiKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => new { k.Id, k.Name, k.RevokedAt }).ToListAsync(Token),
        }),
        Token);
}
