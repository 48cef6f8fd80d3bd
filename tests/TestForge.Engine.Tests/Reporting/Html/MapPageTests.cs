using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting.Html;

/// <summary>The map as a person uses it, in the real browser.</summary>
public sealed class MapPageTests(ReportBrowser browser)
{
    private const int ReadableBoxes = 40;

    [Fact]
    public async Task States_are_reached_and_read_by_keyboard_alone()
    {
        var page = await OpenAsync(MapSamples.Site(pages: 20));
        var start = page.Locator("[data-node=p0]");
        var state = page.Locator("[data-node='p0.s1']");
        await Assertions.Expect(state).ToBeHiddenAsync();

        await start.FocusAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(state).ToBeFocusedAsync();
        var panel = page.Locator("#map-panel");
        await Assertions.Expect(panel.Locator("h3")).ToHaveTextAsync("Your basket");
        await Assertions.Expect(panel).ToContainTextAsync("click “Basket”");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_thousand_pages_open_folded_and_the_search_unfolds_what_it_finds()
    {
        var page = await OpenAsync(MapSamples.Site(pages: 1000));
        var shown = page.Locator("#graph .node:not(.gone)");
        (await shown.CountAsync()).ShouldBeInRange(5, ReadableBoxes);
        await Assertions.Expect(page.Locator("[data-node=p873]")).ToBeHiddenAsync();

        await page.GetByLabel("Find on the map").Last.FillAsync("number 873");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("[data-node=p873]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-node=p873]")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#map-tools [role=status]")).ToHaveTextAsync("1 of 1002 match");
        (await page.Locator("#graph .node:not(.gone):not(.dim)").CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_only_the_navigation_leads_to_has_a_way_in()
    {
        var site = MapSamples.Site(pages: 6);
        var page = await OpenAsync(site with { Transitions = [.. site.Transitions.Where(t => t.To != "p1" || t.ElementId.EndsWith(".e1", StringComparison.Ordinal))] });

        await page.Locator("[data-node=p1]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#map-panel")).ToContainTextAsync("click “Help” on 6 pages");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_name_of_the_site_does_not_push_out_what_tells_pages_apart()
    {
        var page = await OpenAsync(MapSamples.Site(pages: 5));

        (await page.Locator("[data-node=p3] .t").AllTextContentsAsync()).ShouldBe(["Page number 3 "]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Flows_interfaces_technologies_and_roles_have_a_section()
    {
        var site = MapSamples.Site(pages: 3) with
        {
            Flows = [new("cart", "Wrap a gift", ["p0", "p0.s1", "p0.s2"], "A control named Basket.")],
            ApiCalls = [new() { Method = "GET", Path = "/api/orders/{id}", Origin = "https://shop.example", Statuses = [200, 404], Count = 7, PageIds = ["p0", "p1"] }],
            Technologies = [new("nginx", "server", "1.27", "The Server header.")],
            Roles = [new("clerk", ["/orders"], ["/orders"], [new("/admin", "403")], [new("/orders", "button Refund")])],
        };

        var page = await OpenAsync(site);
        await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('#application details')) d.open = true }");
        var section = page.Locator("#application");

        foreach (var text in new[] { "Wrap a gift", "After “Gift” in “Wrapping”", "GET /api/orders/{id}", "200, 404", "nginx", "1.27", "clerk", "/admin", "403", "button Refund" })
        {
            await Assertions.Expect(section).ToContainTextAsync(text);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_map_does_not_know_has_no_section()
    {
        var page = await OpenAsync(MapSamples.Site(pages: 3));

        (await page.Locator("#application, a[href='#application']").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reason_that_all_of_a_group_share_is_said_once()
    {
        const string reason = "the limit of 3 pages was reached";
        SkippedItem[] skipped =
        [
            new("/a", "max-pages", reason), new("/b", "max-pages", reason), new("p1.s4", "not-reproducible", "a list had other rows"), new("p1.s5", "not-reproducible", "the dialog stayed shut"),
        ];

        var page = await OpenAsync(MapSamples.Site(pages: 3) with { Skipped = skipped });
        var section = (await page.Locator("#left-out").TextContentAsync())!;

        section.Split(reason).Length.ShouldBe(2);
        section.ShouldContain("Seen once and not again");
        section.ShouldContain("a list had other rows");
        section.ShouldContain("the dialog stayed shut");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Hostile_titles_and_names_are_only_text_wherever_the_map_shows_them()
    {
        var page = await browser.OpenAsync(await HostileRun.Make().TextAsync("report.html"));
        await page.GetByRole(AriaRole.Button, new() { Name = "States", Exact = true }).ClickAsync();
        await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true }");

        var chosen = await page.EvaluateAsync<int>(
            """
            () => {
              const nodes = [...document.querySelectorAll('#graph .node:not(.more)')];
              for (const node of nodes) {
                node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
                if (document.querySelector('#map-panel :is(script, svg, [onload], [onerror], [onmouseover])')) throw new Error(node.id);
              }
              return nodes.length;
            }
            """);

        chosen.ShouldBe(HostileRun.Texts.Length * 2);
        (await page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse();
        (await page.Locator("#application").TextContentAsync()).ShouldNotBeNull().ShouldContain("</style><script>window.pwned=1</script>");
        (await page.Locator("#map-table").TextContentAsync()).ShouldNotBeNull().ShouldContain("<svg onload=window.pwned=1>");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(SiteMap site) => await browser.OpenAsync(await new ReportRun { Site = site }.TextAsync("report.html"));
}
