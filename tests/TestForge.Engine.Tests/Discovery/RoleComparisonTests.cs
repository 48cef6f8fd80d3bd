using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>What one role sees and another does not.</summary>
public sealed class RoleComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-roles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_role_has_its_pages_its_controls_and_what_it_was_refused()
    {
        await using var rig = await EngineRig.StartAsync(Map);
        var admin = await SignedInAsync(rig.Url, "admin");
        var roles = new RoleSource[] { new("admin", new(admin)), new("anonymous", new()) };

        var output = await rig.RunAsync(Stages.Discover, new(Guid.Empty, rig.Url, new(), new(), roles[0].Session, Seed: 1, roles));

        var map = await rig.LoadAsync<SiteMap>(output.SiteMap);
        map.Roles.Select(r => r.Role).ShouldBe(["admin", "anonymous"]);
        var (first, second) = (map.Roles[0], map.Roles[1]);
        first.Only.ShouldBe(["/admin"]);
        first.Controls.ShouldContain(c => c.Name.Contains("Publish report"));
        second.Refused.ShouldHaveSingleItem().ShouldBe(new RefusedAddress("/admin", "403"));
        second.Unshown.ShouldBe(["/audit"]);
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext http) => Page("Home", IsAdmin(http)
            ? "<a href=\"/admin\">Administration</a> <a href=\"/audit\">Audit</a> <button>Publish report</button> <a href=\"/about\">About</a>"
            : "<a href=\"/about\">About</a>"));
        app.MapGet("/about", () => Page("About", "<section><p>We are.</p></section>"));
        app.MapGet("/admin", (HttpContext http) => IsAdmin(http) ? Page("Administration", "<table><tr><td>All</td></tr></table>") : Results.StatusCode(403));

        // Hidden from the others, but not closed to them.
        app.MapGet("/audit", () => Page("Audit", "<ol><li>Entry</li></ol>"));
    }

    private static bool IsAdmin(HttpContext http) => http.Request.Cookies["role"] == "admin";

    private static IResult Page(string title, string body) => Results.Content(
        $"<!doctype html><html lang=\"en\"><title>{title}</title><link rel=\"icon\" href=\"data:,\"><h1>{title}</h1><main>{body}</main></html>", "text/html");

    private async Task<string> SignedInAsync(Uri target, string role)
    {
        var path = Path.Combine(_folder, $"{role}.json");
        await File.WriteAllTextAsync(
            path,
            $$"""{"cookies":[{"name":"role","value":"{{role}}","domain":"{{target.Host}}","path":"/","expires":-1,"httpOnly":false,"secure":false,"sameSite":"Lax"}],"origins":[]}""",
            TestContext.Current.CancellationToken);
        return path;
    }
}
