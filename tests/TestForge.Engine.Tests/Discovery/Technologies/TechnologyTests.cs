using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Engine.Discovery.Technologies;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery.Technologies;

public sealed class TechnologyTests
{
    private const string Page = """
        <!doctype html><title>Shop</title><meta name="generator" content="WordPress 6.5.2"><script src="/wp-content/jquery-3.7.1.min.js"></script>
        <h1>Shop</h1><div id="app" ng-version="17.3.1"></div>
        <script>window.Vue = { version: '3.4.0' }; document.getElementById('app').__vue_app__ = { version: '3.4.21' };</script>
        """;

    [Fact]
    public async Task What_headers_cookies_files_and_marks_show_is_named()
    {
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", (HttpContext http) =>
            {
                http.Response.Headers["X-Powered-By"] = "PHP/8.3.4";
                http.Response.Headers.SetCookie = "laravel_session=secret-session-value; path=/";
                return Results.Content(Page, "text/html");
            });
            app.MapGet("/wp-content/jquery-3.7.1.min.js", () => Results.Content("", "text/javascript"));
        });

        var map = await rig.DiscoverAsync();

        map.Technologies.Where(t => t.Category != "server").Select(t => $"{t.Name} {t.Version} {t.Category}").ShouldBe(
        [
            "Angular 17.3.1 framework",
            "Laravel  framework",
            "PHP 8.3.4 language",
            "Vue 3.4.21 framework",
            "WordPress 6.5.2 cms",
            "jQuery 3.7.1 library",
        ]);
        map.Technologies.Single(t => t.Name == "Laravel").Evidence.ShouldBe("a cookie whose name begins with laravel_session");
        string.Join(' ', map.Technologies.Select(t => t.Evidence)).ShouldNotContain("secret-session-value");
    }

    [Fact]
    public async Task A_page_that_lies_about_itself_is_mapped_all_the_same()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """
                <!doctype html><h1>Trap</h1><script>
                const real = JSON.stringify;
                JSON.stringify = v => v && v.marks ? '{"marks":[null,{"name":null},{"name":"Evil","sign":"<b>"}],"generators":[null],"files":null}' : real(v);
                Object.defineProperty(window, 'jQuery', { get() { throw new Error('no'); } });
                </script>
                """,
        });

        var map = await rig.DiscoverAsync();

        map.Pages.ShouldHaveSingleItem().Outcome.ShouldBe(PageOutcome.Ok);
        map.Technologies.ShouldNotContain(t => t.Name == "Evil");
    }

    [Theory]
    [InlineData("/jquery.min.js", "jQuery ")]
    [InlineData("/npm/bootstrap@5.3.2/dist/js/bootstrap.bundle.min.js", "Bootstrap 5.3.2")]
    [InlineData("/threepenny.js", null)]
    [InlineData("/moments.css", null)]
    public void A_library_is_known_by_the_name_of_its_file(string file, string? found)
    {
        var log = new TechnologyLog();

        log.AddPage(new() { Files = [file] });

        log.Found.Select(t => $"{t.Name} {t.Version}").SingleOrDefault().ShouldBe(found);
    }
}
