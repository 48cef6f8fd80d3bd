using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Access;

/// <summary>Every role at every route there is; what has to come of it is read from the product's own table.</summary>
public sealed class RolesTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_each_role_passes_where_the_table_says_so_and_nowhere_else() => TryAsync(new());

    [Fact]
    public async Task On_PostgreSQL_each_role_passes_where_the_table_says_so_and_nowhere_else() => await TryAsync(await postgres.NewAsync(Token));

    [Fact]
    public async Task Each_route_parameter_is_known_to_lead_to_a_project_or_not_to()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        var parameters = Routes(server).SelectMany(r => r.RoutePattern.Parameters).Select(p => p.Name).Distinct().ToArray();

        parameters.Length.ShouldBeGreaterThan(5);
        parameters.Where(p => !ProjectRoutes.Parents.ContainsKey(p) && !ProjectRoutes.Others.Contains(p)).ShouldBeEmpty("name it in ProjectRoutes");
    }

    [Fact]
    public async Task A_key_may_only_what_both_its_scopes_and_its_members_role_have()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var narrow = (await People.WithKeyAsync(server, Role.Admin, scopes: [Scopes.MembersRead])).Client;

        (await narrow.GetAsync("/api/v1/members", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await narrow.GetAsync("/api/v1/audit", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_role_in_a_project_widens_there_and_nowhere_else()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (viewer, user, _) = await People.WithKeyAsync(server, Role.Viewer);
        var mine = (await server.ProjectAsync("http://127.0.0.1:1/", "Mine")).GetProperty("project").GetProperty("id").GetGuid();
        var other = (await server.ProjectAsync("http://127.0.0.1:1/", "Other")).GetProperty("project").GetProperty("id").GetGuid();
        (await StartAsync(viewer, mine)).ShouldBe(HttpStatusCode.Forbidden);

        using var given = await server.Client.PutAsJsonAsync($"/api/v1/projects/{mine}/members/{user}", new { role = "editor" }, Token);

        given.StatusCode.ShouldBe(HttpStatusCode.OK, await given.Content.ReadAsStringAsync(Token));
        (await StartAsync(viewer, mine)).ShouldBe(HttpStatusCode.Accepted);
        (await StartAsync(viewer, other)).ShouldBe(HttpStatusCode.Forbidden);

        using var taken = await server.Client.DeleteAsync($"/api/v1/projects/{mine}/members/{user}", Token);
        taken.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StartAsync(viewer, mine)).ShouldBe(HttpStatusCode.Forbidden);
        viewer.Dispose();
    }

    [Fact]
    public async Task A_role_in_a_project_narrows_there_and_for_its_runs()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (editor, user, _) = await People.WithKeyAsync(server, Role.Editor);
        var project = (await server.ProjectAsync("http://127.0.0.1:1/")).GetProperty("project").GetProperty("id").GetGuid();
        var run = await server.RunAsync(project);
        (await editor.PostAsync($"/api/v1/runs/{run}/cancel", null, Token)).StatusCode.ShouldNotBe(HttpStatusCode.Forbidden);

        (await server.Client.PutAsJsonAsync($"/api/v1/projects/{project}/members/{user}", new { role = "viewer" }, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await editor.PostAsync($"/api/v1/runs/{run}/cancel", null, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StartAsync(editor, project)).ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetAsync($"/api/v1/runs/{run}", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        editor.Dispose();
    }

    private static async Task TryAsync(ServerSettings settings)
    {
        await using var server = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing);
        var probes = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = (await People.WithKeyAsync(server, role)).Client;
            foreach (var route in Routes(server))
            {
                var scopes = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().ToArray();
                scopes.ShouldNotBeEmpty(route.DisplayName);
                foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
                {
                    // Of nothing that is there, and with a body of no route: whoever passes changes nothing.
                    using var request = new HttpRequestMessage(new(method), PathOf(route)) { Content = method is "GET" or "DELETE" ? null : JsonContent.Create(new { nothing = true }) };
                    using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
                    var refused = response.StatusCode == HttpStatusCode.Forbidden && await People.CodeOfAsync(response) == "access.forbidden";
                    refused.ShouldBe(!scopes.All(scope => RoleScopes.Table[scope].Contains(role)), $"{role} {method} {route.RoutePattern.RawText} ({string.Join(", ", scopes)}): {(int)response.StatusCode}");
                    ((int)response.StatusCode).ShouldBeLessThan(500, $"{role} {method} {route.RoutePattern.RawText}");
                    probes++;
                }
            }
        }

        probes.ShouldBeGreaterThan(5 * 50);
    }

    private static async Task<HttpStatusCode> StartAsync(HttpClient client, Guid project)
    {
        using var response = await client.PostAsJsonAsync($"/api/v1/projects/{project}/runs", new { }, Token);
        return response.StatusCode;
    }

    private static RouteEndpoint[] Routes(ServerRig server) =>
        [.. server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).DistinctBy(e => e.DisplayName)];

    private static string PathOf(RouteEndpoint route) => string.Concat(route.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : Guid.CreateVersion7().ToString()))));
}
