using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Addresses that a page names without showing a link.</summary>
public sealed class AddressTests
{
    private const string Home = """
        <!doctype html><html lang="en"><head><title>Home</title><meta http-equiv="refresh" content="90; url=/refreshed"><link rel="next" href="/next"><link rel="icon" href="data:,"></head>
        <body><h1>Home</h1><!-- old entrance: /in-comment, gone: /gone --><div data-href="/in-attribute">Row</div>
        <script>const where = ['/in-script', "/api/none", '/picture.png', 'http://elsewhere.test/x', '/<b>no</b>', '/account/delete'];</script></body></html>
        """;

    [Fact]
    public async Task What_markup_comments_and_scripts_name_is_visited_and_a_guess_that_leads_nowhere_is_forgotten()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = Home,
            ["/refreshed"] = Page(1),
            ["/next"] = Page(2),
            ["/in-comment"] = Page(3),
            ["/in-attribute"] = Page(4),
            ["/in-script"] = Page(5),
            ["/account/delete"] = Page(6),
        });

        var map = await rig.DiscoverAsync();

        map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldBe(["/", "/next", "/refreshed", "/in-attribute", "/in-comment", "/in-script"]);
        map.Skipped.ShouldNotContain(s => s.What.Contains("gone") || s.What.Contains("none") || s.What.Contains("picture") || s.What.Contains("delete"));
    }

    [Fact]
    public async Task A_broken_link_is_told_although_the_same_address_was_guessed_before()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = "<!doctype html><title>Home</title><link rel=\"icon\" href=\"data:,\"><h1>Home</h1><!-- /gone /in-comment -->",
            ["/in-comment"] = "<!doctype html><title>Page</title><link rel=\"icon\" href=\"data:,\"><h1>Page</h1><p><a href=\"/gone\">Gone</a></p>",
        });

        var map = await rig.DiscoverAsync();

        map.Pages.Select(p => (new Uri(p.Url).AbsolutePath, p.Outcome)).ShouldBe([("/", PageOutcome.Ok), ("/in-comment", PageOutcome.Ok), ("/gone", PageOutcome.HttpError)]);
    }

    // Every page has another structure, so that none is merged into another.
    private static string Page(int n) => $"<!doctype html><html lang=\"en\"><title>Page</title><link rel=\"icon\" href=\"data:,\"><h1>Page</h1>{string.Concat(Enumerable.Repeat("<section>", n))}<p>Text</p></html>";
}
