using System.Text.Json;
using TestForge.Engine.Baselines;
using TestForge.Engine.Pictures;
using TestForge.Pipeline;
using Drawings = TestForge.Engine.Tests.Vision.SamplePictures;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>Pictures that differ from their baselines, as the report shows them.</summary>
public sealed class LookTests(ReportBrowser browser) : IDisposable
{
    private static readonly Picture Before = Drawings.Button(1, 240, 80);
    private static readonly Picture After = Drawings.Button(2, 240, 80);
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-looks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Says_how_much_of_the_structure_is_lost_and_what_looked()
    {
        var look = await LookAsync(Failed(Before, After));

        look.GetProperty("differing").GetInt32().ShouldBeGreaterThan(50);
        look.GetProperty("structure").GetDouble().ShouldBeInRange(0.1, 0.95);
        look.GetProperty("likeness").GetDouble().ShouldBeInRange(0.3, 0.9999);
        look.GetProperty("embedder").GetString()!.ShouldContain("no neural model");
        look.GetProperty("modelHash").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task The_heat_map_is_hot_where_it_differs_and_nowhere_else()
    {
        var run = Failed(Before, After);
        var look = await LookAsync(run);

        var heat = Picture.FromPng(run.Store.Bytes(new(ArtifactKinds.PictureHeatMap, look.GetProperty("heatMap").GetProperty("sha256").GetString()!, look.GetProperty("heatMap").GetProperty("length").GetInt64())));

        (heat.Width, heat.Height).ShouldBe((240, 80));
        Enumerable.Range(0, 240).Count(x => IsHot(heat.Pixel((40 * 240) + x))).ShouldBeGreaterThan(50);
        Enumerable.Range(0, 240).Count(x => IsHot(heat.Pixel((5 * 240) + x))).ShouldBe(0);
    }

    [Fact]
    public async Task Of_other_sizes_only_the_likeness_is_told()
    {
        var look = await LookAsync(Failed(Before, Drawings.Button(1, 240, 90)));

        look.TryGetProperty("structure", out _).ShouldBeFalse();
        look.GetProperty("likeness").GetDouble().ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task A_picture_that_is_gone_or_no_picture_leaves_out_the_figures_and_not_the_report()
    {
        var run = Failed(Before, After);
        var text = run.Store.Put(ArtifactKinds.ActualPicture, "no picture"u8.ToArray());
        run.Results[0] = Results(run.Results[0].Cases[0].Attempts[0].Evidence[0], text);

        using var report = JsonDocument.Parse(await run.TextAsync("report.json"));

        report.RootElement.GetProperty("cases")[0].GetProperty("attempts")[0].TryGetProperty("look", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_rejected_before_is_said_with_the_reason_as_text()
    {
        var run = Failed(Before, After);
        run.BaselineFolder = _folder;
        var picture = run.Results[0].Cases[0].Attempts[0].Evidence[1].Sha256;
        await new BaselineReviews(_folder).AddAsync(new("home-header", "chromium-linux", picture, Approved: false, ReportRun.Started, "ann", "<b>links gone</b>"), TestContext.Current.CancellationToken);

        var html = await run.TextAsync("report.html");

        html.ShouldContain("<b>Rejected</b> before");
        html.ShouldContain("&lt;b&gt;links gone");
        html.ShouldNotContain("<b>links gone");
    }

    [Fact]
    public async Task The_viewer_shows_both_by_a_slider_and_the_heat_map()
    {
        var page = await browser.OpenAsync(await Failed(Before, After).TextAsync("report.html"));
        var figure = page.Locator("figure.compare.part");

        (await figure.Locator(".modes button").AllInnerTextsAsync()).ShouldBe(["Now", "Baseline", "Side by side", "Slider", "Fade", "Difference", "Heat map"]);
        await figure.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Slider" }).ClickAsync();
        await figure.Locator("input[type=range]").FillAsync("25");
        (await figure.Locator("img[alt='Its baseline']").EvaluateAsync<string>("e => getComputedStyle(e).clipPath")).ShouldBe("inset(0px 75% 0px 0px)");
        (await figure.Locator("img[data-heat]").IsVisibleAsync()).ShouldBeFalse();
        await figure.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Heat map" }).ClickAsync();
        (await figure.Locator("img[data-heat]").IsVisibleAsync()).ShouldBeTrue();
        (await figure.Locator("input[type=range]").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".looks").InnerTextAsync()).ShouldContain("SSIM");
        await page.Context.CloseAsync();
    }

    private static bool IsHot(ReadOnlySpan<byte> pixel) => pixel[0] - pixel[2] > 40;

    private static async Task<JsonElement> LookAsync(ReportRun run) =>
        JsonDocument.Parse(await run.TextAsync("report.json")).RootElement.GetProperty("cases")[0].GetProperty("attempts")[0].GetProperty("look");

    private static ReportRun Failed(Picture before, Picture after)
    {
        var run = new ReportRun
        {
            Plan = new()
            {
                Target = new("https://shop.example/"),
                Features = [new("f", "Pages", "")],
                Pages = [],
                Elements = [],
                Cases = [new() { Id = "visual-home", Title = "Home looks as before", FeatureId = "f", Technique = "visual", Steps = [] }],
            },
        };
        run.Results.Add(Results(run.Store.Put(ArtifactKinds.Baseline, before.ToPng()), run.Store.Put(ArtifactKinds.ActualPicture, after.ToPng()), run.Store.Put(ArtifactKinds.PictureDifference, PictureComparison.Compare(before, after).Marked?.ToPng() ?? after.ToPng())));
        return run;
    }

    private static RunResults Results(params ArtifactRef[] evidence) => new()
    {
        Backend = "in-process",
        Cases =
        [
            new("visual-home", Verdict.Failed,
            [
                new()
                {
                    Number = 1,
                    Passed = false,
                    StartedAt = ReportRun.Started,
                    Milliseconds = 900,
                    Failure = new(FailureClass.Assertion, -1, "It looks different from its baseline.", "at most 50 pixels differ", "many pixels differ"),
                    Evidence = evidence,
                },
            ]),
        ],
    };
}
