using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>The page as a file and as a person uses it.</summary>
public sealed class ReportHtmlTests(ReportBrowser browser)
{
    [Fact]
    public async Task Needs_nothing_but_itself()
    {
        var page = await browser.OpenAsync(await SampleShop.Rich(new(), await browser.PicturesAsync()).TextAsync("report.html"));
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        await page.ReloadAsync();

        requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)).ShouldHaveSingleItem();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Hostile_text_runs_nothing_and_moves_nothing()
    {
        var page = await browser.OpenAsync(await HostileRun.Make().TextAsync("report.html"), width: 390);

        (await page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse();
        (await page.EvaluateAsync<int>("() => document.scripts.length")).ShouldBe(1);
        (await page.EvaluateAsync<int>("() => document.querySelectorAll('a[href^=\"javascript\" i]').length")).ShouldBe(0);
        (await page.EvaluateAsync<int>("() => [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length")).ShouldBe(0);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await page.Context.CloseAsync();
    }

    /// <summary>Handlebars.Net 2.4.3 does not encode the values of a partial that stands indented on a line of its own, in a block or not.</summary>
    [Fact]
    public void No_template_has_a_partial_alone_on_an_indented_line()
    {
        var templates = Directory.GetFiles(Path.Combine(Approved.Root(), "src/TestForge.Engine/Reporting/Html"), "*.hbs");

        templates.Length.ShouldBeGreaterThan(15);
        templates.Where(t => Regex.IsMatch(File.ReadAllText(t), @"^[ \t]+\{\{>[^}]*\}\}[ \t]*\r?$", RegexOptions.Multiline)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Contains_no_control_characters() =>
        Regex.IsMatch(await HostileRun.Make().TextAsync("report.html"), "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E]").ShouldBeFalse();

    [Fact]
    public async Task Filters_by_verdict_feature_category_and_words()
    {
        var page = await browser.OpenAsync(await SampleShop.Rich(new(), []).TextAsync("report.html"));
        var live = page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Status);

        await page.GetByLabel("Verdict", new() { Exact = true }).SelectOptionAsync("failed");
        await Assertions.Expect(live).ToHaveTextAsync("Showing 3 of 16 tests, 9 of 9 findings, 13 of 13 pages");
        await page.GetByLabel("Feature", new() { Exact = true }).SelectOptionAsync("account");
        await Assertions.Expect(live).ToContainTextAsync("1 of 16 tests");
        await page.GetByLabel("Finding", new() { Exact = true }).SelectOptionAsync("security");
        await Assertions.Expect(live).ToContainTextAsync("2 of 9 findings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await page.GetByLabel("Search").FillAsync("KETTLE copper");
        await Assertions.Expect(live).ToContainTextAsync("of 13 pages");
        (await page.Locator("[data-kind=page]:visible").CountAsync()).ShouldBe(1);
        (await page.Locator("#findings [data-nothing]:visible").CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_toggle_changes_the_theme_by_keyboard()
    {
        var page = await browser.OpenAsync(await SmallRun.Make().TextAsync("report.html"));
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" });
        var before = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

        await toggle.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor")).ShouldNotBe(before);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Is_complete_without_scripts()
    {
        var page = await browser.OpenAsync(await SampleShop.Rich(new(), []).TextAsync("report.html"), scripts: false);
        var text = await page.InnerTextAsync("main");

        foreach (var part in new[] { "3 of 15 tests failed", "Thank you for your order", "Update cart", "Text has too little contrast", "Slowest pages", "12 people are looking at this" })
        {
            text.ShouldContain(part);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Bounds_the_pictures_and_says_so()
    {
        var store = new MemoryStore();
        var pictures = Enumerable.Range(0, 30).Select(i => (byte[])[0xFF, 0xD8, 0xFF, (byte)i, .. new byte[600_000]]).ToArray();
        var run = SampleShop.Green(store, []);
        run.Site = run.Site! with { Pages = [.. pictures.Select((p, i) => new SitePage { Id = $"q{i}", Url = $"https://shop.example/{i}", Screenshot = store.Put(ArtifactKinds.Screenshot, p) })] };
        var html = await run.TextAsync("report.html");

        html.Length.ShouldBeLessThan(9 * 1024 * 1024);
        html.ShouldContain("20 pictures had no room in this file");
    }

    [Fact]
    public async Task A_picture_that_is_gone_leaves_a_gap_not_a_failure()
    {
        var run = SmallRun.Make();
        run.Site = run.Site! with { Pages = [run.Site.Pages[0] with { Screenshot = new(ArtifactKinds.Screenshot, new string('b', 64), 100) }] };

        (await run.TextAsync("report.html")).ShouldContain("No picture");
    }

    [Fact]
    public async Task Stays_usable_with_2000_cases_and_500_pages()
    {
        var html = await BigRun.Make().TextAsync("report.html");
        var page = await browser.OpenAsync(html);
        // Roles of a hundred thousand nodes take the driver longer than the page's own search.
        var found = await page.EvaluateAsync<string>("""
            () => new Promise(done => {
              const form = document.getElementById('filters'), live = form.querySelector('.live'), start = performance.now();
              new MutationObserver(() => done(live.textContent + ' after ' + Math.round(performance.now() - start) + ' ms, ' + document.querySelectorAll('*').length + ' nodes')).observe(live, { childList: true });
              form.elements.q.value = 'number 1234';
              form.dispatchEvent(new Event('input'));
            })
            """);

        TestContext.Current.TestOutputHelper!.WriteLine($"{html.Length / 1024} KiB; {found}");
        found.ShouldStartWith("Showing 1 of 2000 tests, 0 of 0 findings, 0 of 500 pages");
        (await page.Locator("[data-kind=test]:visible").CountAsync()).ShouldBe(1);
        html.Length.ShouldBeLessThan(8 * 1024 * 1024);
        await page.Context.CloseAsync();
    }
}
