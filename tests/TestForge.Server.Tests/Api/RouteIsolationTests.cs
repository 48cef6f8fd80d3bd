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
using TestForge.Platform.Accounts;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;
using TestForge.Platform.SingleSignOn;

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
        await using var server = await ServerRig.StartAsync(settings, new ScriptedExecutor((order, _, _, _) => Task.FromResult(Filled(order))));
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
        using var told = await server.Client.PostAsJsonAsync("/api/v1/notifications", new { kind = "slack", projectId = project, fields = new { name = Marker, url = $"http://127.0.0.1:1/{Marker}" } }, Token);
        var invitation = (await PostAsync(server, "/api/v1/invitations", new { email = $"{Marker}@shop.example", role = "viewer" })).GetProperty("invitation").GetProperty("id").GetGuid();
        var client = (await PostAsync(server, "/api/v1/clients", new { name = Marker, flows = new[] { "client-credentials" }, scopes = new[] { "runs:read" } })).GetProperty("client").GetProperty("id").GetGuid();
        var domain = (await PostAsync(server, "/api/v1/domains", new { name = $"{Marker}.example" })).GetProperty("id").GetGuid();
        var member = (await server.GetAsync("/api/v1/members")).GetProperty("items")[0];
        var (session, provider) = await InDatabaseAsync(server, member.GetProperty("userId").GetGuid());
        var schedule = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/schedules", new { name = Marker, cron = "0 3 * * *" }, Token).BodyAsync();
        return new()
        {
            ["memberId"] = member.GetProperty("id").GetGuid(),
            ["userId"] = member.GetProperty("userId").GetGuid(),
            ["invitationId"] = invitation,
            ["clientId"] = client,
            ["domainId"] = domain,
            ["sessionId"] = session,
            ["providerId"] = provider,
            ["notificationId"] = (await told.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid(),
            ["otherRunId"] = run,
            ["caseId"] = (await server.GetAsync($"/api/v1/runs/{run}/cases")).Items()[0].Id(),
            ["runHealId"] = (await server.GetAsync($"/api/v1/runs/{run}/heals")).Items()[0].Id(),
            ["projectCaseId"] = (await server.GetAsync($"/api/v1/projects/{project}/cases")).Items()[0].Id(),
            ["healId"] = (await server.GetAsync($"/api/v1/projects/{project}/heals")).Items()[0].Id(),
            ["lookId"] = (await server.GetAsync($"/api/v1/projects/{project}/looks")).Items()[0].Id(),
            ["scheduleId"] = schedule.Id(),
            ["projectId"] = project,
            ["environmentId"] = made.GetProperty("environment").GetProperty("id").GetGuid(),
            ["runId"] = run,
            ["keyId"] = (await key.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid(),
            ["artifactId"] = artifact,
            ["webhookId"] = webhook,
            ["deliveryId"] = (await test.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid(),
        };
    }

    private static async Task<JsonElement> PostAsync(ServerRig server, string path, object body)
    {
        using var response = await server.Client.PostAsJsonAsync(path, body, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    /// <summary>What the API makes only with a browser or another server.</summary>
    private static async Task<(Guid Session, Guid Provider)> InDatabaseAsync(ServerRig server, Guid user)
    {
        var (tenant, now) = (FirstTenant(server), TimeProvider.System.GetUtcNow());
        var session = new Session { Id = Guid.CreateVersion7(), TenantId = tenant, UserId = user, Kind = SessionKind.Browser, Hash = new('a', 64), Agent = Marker, CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddDays(1) };
        var provider = new IdentityProvider { Id = Guid.CreateVersion7(), TenantId = tenant, Name = Marker, Issuer = "http://127.0.0.1:1", ClientId = Marker, ClientSecret = [1], GroupsClaim = "groups", GroupRoles = [], CreatedAt = now, UpdatedAt = now };
        await server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            db =>
            {
                db.AddRange(session, provider);
                return db.SaveChangesAsync(Token);
            },
            Token);
        return (session.Id, provider.Id);
    }

    private static RunOutcome Filled(RunOrder order)
    {
        var outcome = Planned.Of(order, [Planned.Heal(Marker)], (Marker, Verdict.Failed));
        var picture = new ArtifactRef(ArtifactKinds.ActualPicture, new('c', 64), 3);
        return outcome with
        {
            Plan = outcome.Plan! with { Baselines = [new(Marker, "chromium-linux", picture)] },
            Looks = [new(Marker, Marker, "chromium-linux", picture, picture, Marker)],
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
            object body = path.EndsWith("/secrets", StringComparison.Ordinal) ? new { set = new { A = "b" } }
                : path.EndsWith("/approve", StringComparison.Ordinal) || path.EndsWith("/reject", StringComparison.Ordinal) || path.EndsWith("/link", StringComparison.Ordinal) ? new { }
                : path.EndsWith("/quarantine", StringComparison.Ordinal) ? new { reason = "x", owner = "x", expires = DateTime.Today.ToString("yyyy-MM-dd") }
                : path.Contains("/schedules", StringComparison.Ordinal) ? new { name = "rival", cron = "0 3 * * *" }
                : path.Contains("/cases/", StringComparison.Ordinal) ? new { enabled = false }
                : path.Contains("/environments/", StringComparison.Ordinal) ? new { name = "rival", baseUrl = "http://127.0.0.1:1/" }
                : path.EndsWith("/environments", StringComparison.Ordinal) ? new { name = "rival", baseUrl = "http://127.0.0.1:1/" }
                : path.Contains("/runs", StringComparison.Ordinal) ? new { }
                : path.EndsWith("/keys", StringComparison.Ordinal) ? new { name = "rival", scopes = new[] { "runs:read" } }
                : path.Contains("/clients", StringComparison.Ordinal) ? path.EndsWith("/secret", StringComparison.Ordinal) ? null! : new { name = "rival", flows = new[] { "client-credentials" }, scopes = new[] { "runs:read" } }
                : path.EndsWith("/secret", StringComparison.Ordinal) || path.EndsWith("/rotate", StringComparison.Ordinal) ? new { overlapHours = 1 }
                : path.Contains("/members", StringComparison.Ordinal) ? new { role = "viewer" }
                : path.EndsWith("/invitations", StringComparison.Ordinal) ? new { email = "eve@rival.example", role = "viewer" }
                : path.EndsWith("/domains", StringComparison.Ordinal) ? new { name = "rival.example" }
                : path.Contains("/domains", StringComparison.Ordinal) ? new { providerId = (Guid?)null, enforced = false }
                : path.Contains("/identity-providers", StringComparison.Ordinal) ? new { name = "rival", issuer = "http://127.0.0.1:1", clientId = "c", clientSecret = "s" }
                : path.EndsWith("/me/password", StringComparison.Ordinal) ? new { current = "x", @new = "y" }
                : path.Contains("/me/", StringComparison.Ordinal) && !path.EndsWith("/totp", StringComparison.Ordinal) ? new { code = "000000" }
                : path.EndsWith("/notifications", StringComparison.Ordinal) ? new { kind = "slack", fields = new { name = "rival", url = "http://127.0.0.1:1/" } }
                : path.Contains("/notifications", StringComparison.Ordinal) ? new { name = "rival", url = "http://127.0.0.1:1/" }
                : path.EndsWith("/retention", StringComparison.Ordinal) ? new { runDays = 1 }
                : path.Contains("/webhooks", StringComparison.Ordinal) ? new { url = "http://127.0.0.1:1/" }
                : path.EndsWith("/projects", StringComparison.Ordinal) ? new { name = "rival", baseUrl = "http://127.0.0.1:1/" }
                : new { name = "rival" };
            request.Content = body is null ? null : JsonContent.Create(body);
        }

        if (method is not "GET")
        {
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
            notifications = await db.Notifications.AsNoTracking().OrderBy(n => n.Id).Select(n => new { n.Id, n.Name, n.Version }).ToListAsync(Token),
            retention = await db.RetentionPolicies.AsNoTracking().Select(p => new { p.RunDays, p.Version }).ToListAsync(Token),
            webhooks = await db.Webhooks.AsNoTracking().OrderBy(w => w.Id).Select(w => new { w.Id, w.Url, w.Version }).ToListAsync(Token),
            members = await db.Memberships.AsNoTracking().OrderBy(m => m.Id).Select(m => new { m.Id, m.Role }).ToListAsync(Token),
            projectRoles = await db.ProjectMemberships.CountAsync(Token),
            invitations = await db.Invitations.AsNoTracking().OrderBy(i => i.Id).Select(i => new { i.Id, i.Hash, i.RevokedAt }).ToListAsync(Token),
            sessions = await db.Sessions.AsNoTracking().OrderBy(s => s.Id).Select(s => new { s.Id, s.RevokedAt }).ToListAsync(Token),
            clients = await db.OAuthClients.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.Id, c.ClientSecret }).ToListAsync(Token),
            providers = await db.IdentityProviders.AsNoTracking().OrderBy(p => p.Id).Select(p => new { p.Id, p.Issuer, p.Version }).ToListAsync(Token),
            domains = await db.TenantDomains.AsNoTracking().OrderBy(d => d.Id).Select(d => new { d.Id, d.Name, d.VerifiedAt, d.Version }).ToListAsync(Token),
            tenant = await db.Tenants.AsNoTracking().Select(t => new { t.Name, t.ShortName, t.Version }).SingleAsync(Token),
            cases = await db.ProjectCases.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.Id, c.Title, c.Enabled, c.QuarantineReason, c.Version }).ToListAsync(Token),
            heals = await db.ProjectHeals.AsNoTracking().OrderBy(h => h.Id).Select(h => new { h.Id, h.Review, h.AppliedAt, h.Version }).ToListAsync(Token),
            looks = await db.DifferingLooks.AsNoTracking().OrderBy(l => l.Id).Select(l => new { l.Id, l.Review, l.Version }).ToListAsync(Token),
            schedules = await db.Schedules.AsNoTracking().OrderBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Version }).ToListAsync(Token),
            keys = await db.ApiKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => new { k.Id, k.Name, k.RevokedAt }).ToListAsync(Token),
        }),
        Token);
}
