using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>The page in the real browser.</summary>
public sealed class ReportPageTests(ReportBrowser browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-report-").FullName;

    /// <summary>As much of a page as can be looked at in one picture.</summary>
    private const int SliceHeight = 1600;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rich", ColorScheme.Light, 1280)]
    [InlineData("rich", ColorScheme.Dark, 1280)]
    [InlineData("rich", ColorScheme.Light, 390)]
    [InlineData("rich", ColorScheme.Dark, 390)]
    [InlineData("green", ColorScheme.Light, 1280)]
    [InlineData("green", ColorScheme.Dark, 1280)]
    [InlineData("empty", ColorScheme.Light, 1280)]
    [InlineData("hostile", ColorScheme.Dark, 390)]
    [InlineData("history", ColorScheme.Light, 1280)]
    [InlineData("history", ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_and_the_page_fits(string sample, ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(await HtmlAsync(sample), scheme, width);
        List<string> troubles = [];
        page.Console += (_, message) => troubles.Add(message.Text);
        await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true }");

        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var violations = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))");

        violations.ShouldBeEmpty();
        (await page.Locator("#trend").CountAsync()).ShouldBe(sample == "history" ? 1 : 0);
        troubles.ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Prints_a_tagged_pdf_with_numbered_pages()
    {
        var run = await SampleAsync("rich");
        run.Printer = browser;
        var output = await run.ReportAsync();
        var pdf = run.Store.Bytes(output.Files["report.pdf"]);
        Keep("rich.pdf", pdf);

        Encoding.Latin1.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        var text = Encoding.Latin1.GetString(pdf);
        text.ShouldContain("/StructTreeRoot");
        text.ShouldContain("/Outlines");
    }

    [Fact]
    public async Task Writes_previews_when_asked()
    {
        if (PreviewFolder is null)
        {
            return;
        }

        foreach (var sample in new[] { "rich", "green", "empty", "hostile", "history" })
        {
            var html = await HtmlAsync(sample);
            Keep($"{sample}.html", Encoding.UTF8.GetBytes(html));
            foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 390) })
            {
                var page = await browser.OpenAsync(html, scheme, width);
                // As tall as the page itself: what is out of sight is not drawn.
                await page.SetViewportSizeAsync(width, Math.Min(16_000, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight") + 1500));
                var height = Math.Min(16_000, await page.EvaluateAsync<int>("() => document.body.scrollHeight"));
                for (var top = 0; top < height; top += SliceHeight)
                {
                    Keep(
                        $"{sample}-{scheme}-{width}-{top / SliceHeight}.png",
                        await page.ScreenshotAsync(new() { Clip = new() { Y = top, Width = width, Height = Math.Min(SliceHeight, height - top) } }));
                }

                await page.Context.CloseAsync();
            }

            var run = await SampleAsync(sample);
            run.Printer = browser;
            Keep($"{sample}.pdf", run.Store.Bytes((await run.ReportAsync()).Files["report.pdf"]));
        }
    }

    private static string? PreviewFolder => Environment.GetEnvironmentVariable("TESTFORGE_REPORT_PREVIEW");

    private static void Keep(string name, byte[] content)
    {
        if (PreviewFolder is { } folder)
        {
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name), content);
        }
    }

    private async Task<string> HtmlAsync(string sample) => await (await SampleAsync(sample)).TextAsync("report.html");

    private async Task<ReportRun> SampleAsync(string sample) => sample switch
    {
        "rich" => SampleShop.Rich(new(), await browser.PicturesAsync()),
        "green" => SampleShop.Green(new(), await browser.PicturesAsync()),
        "hostile" => HostileRun.Make(),
        "history" => await WithHistoryAsync(),
        _ => new ReportRun(),
    };

    /// <summary>The fourth of four runs: green, then twice with failures, and the last one as rich as the others.</summary>
    private async Task<ReportRun> WithHistoryAsync()
    {
        var file = Path.Combine(_folder, "history.jsonl");
        var pictures = await browser.PicturesAsync();
        for (var day = 0; day < 3; day++)
        {
            await Dated(day == 0 ? SampleShop.Green(new(), pictures) : SampleShop.Rich(new(), pictures), day).ReportAsync();
        }

        return Dated(SampleShop.Rich(new(), pictures), 3);

        ReportRun Dated(ReportRun run, int day)
        {
            (run.History, run.StartedAt) = (file, ReportRun.Started.AddDays(day));
            return run;
        }
    }
}
