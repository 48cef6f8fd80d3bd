using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Design;
using TestForge.Engine.Design.Techniques;
using TestForge.Engine.Pictures;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

/// <summary>Baselines: what varies is masked, what changes is found, and only a person replaces what was kept.</summary>
public sealed class VisualTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-baselines-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task What_varies_and_what_is_data_is_no_difference_and_a_lost_style_is()
    {
        await using var site = await VisualSite.StartAsync();
        await using var rig = await StartAsync(site);
        var plan = await DesignAsync(rig, site);
        var checks = Checks(plan);

        checks.Select(c => c.Baseline).Order().ToArray().ShouldBe(["about-main-part-1280x720", "home-footer-1280x720", "home-header-1280x720", "rent-main-part-1280x720"], customMessage: string.Join('\n', plan.Dropped));
        checks.Single(c => c.Baseline == "about-main-part-1280x720").Masks.ShouldBe(["p.greeting", "p.box"], ignoreOrder: true);
        Directory.GetFiles(_folder).Select(Path.GetFileName).Order().ShouldBe(checks.Select(c => $"{c.Baseline}-{PictureTaker.Platform}.png").Order());
        checks.Single(c => c.Baseline == "home-header-1280x720").Masks.ShouldBe(["a.about"]);
        (site.Listed, site.Counted) = ("A cake with plenty of candles", 1000);
        (await FailedAsync(rig, plan)).ShouldBeEmpty();

        site.Style = "button { position: relative; left: 30px }";
        (await FailedAsync(rig, plan)).ShouldBe(["visual-about"]);
        site.Style = "footer { background: #fff }";
        (await FailedAsync(rig, plan)).ShouldBe(["visual-home"]);
    }

    [Fact]
    public async Task A_failure_keeps_both_pictures_and_their_difference()
    {
        await using var site = await VisualSite.StartAsync();
        await using var rig = await StartAsync(site);
        var plan = await DesignAsync(rig, site);
        site.Style = "header a { visibility: hidden }";

        var failed = (await rig.ExecuteAsync(plan, Token)).Cases.Single(c => c.CaseId == "visual-home");

        failed.Verdict.ShouldBe(Verdict.Failed);
        var failure = failed.Attempts[^1].Failure!;
        (failure.Class, failure.Message).ShouldBe((FailureClass.Assertion, "It looks different from its baseline."));
        var kinds = failed.Attempts[^1].Evidence.ToDictionary(e => e.Kind);
        foreach (var kind in new[] { ArtifactKinds.Baseline, ArtifactKinds.ActualPicture, ArtifactKinds.PictureDifference })
        {
            Picture.FromPng(await rig.BytesAsync(kinds[kind])).Width.ShouldBe(1280);
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task What_was_kept_is_compared_with_until_it_is_taken_anew()
    {
        await using var site = await VisualSite.StartAsync();
        await using var rig = await StartAsync(site);
        await DesignAsync(rig, site);
        site.Style = "header { background: #622 }";

        var later = await DesignAsync(rig, site);
        (await FailedAsync(rig, later)).ShouldBe(["visual-home"]);

        var approved = await DesignAsync(rig, site, update: true);
        (await FailedAsync(rig, approved)).ShouldBeEmpty();
        (await FailedAsync(rig, await DesignAsync(rig, site))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_is_named()
    {
        await using var site = await VisualSite.StartAsync();
        await using var rig = await StartAsync(site);
        var path = Path.Combine(_folder, $"home-header-1280x720-{PictureTaker.Platform}.png");
        await File.WriteAllTextAsync(path, "version https://git-lfs.github.com/spec/v1", Token);

        var failure = await Should.ThrowAsync<StageException>(() => DesignAsync(rig, site));

        failure.Code.ShouldBe("baseline.unreadable");
        failure.Message.ShouldContain(path);
    }

    [Fact]
    public async Task A_baseline_of_another_system_says_nothing_about_the_application()
    {
        await using var site = await VisualSite.StartAsync();
        await using var rig = await StartAsync(site);
        var plan = await DesignAsync(rig, site);
        var elsewhere = plan with { Baselines = [.. plan.Baselines.Select(b => b with { Platform = "chromium-beos" })] };

        var failed = (await rig.ExecuteAsync(elsewhere, Token)).Cases.Where(c => c.CaseId.StartsWith("visual-", StringComparison.Ordinal)).ToArray();

        failed.ShouldNotBeEmpty();
        failed.Select(c => c.Attempts[^1].Failure!.Class).ShouldAllBe(c => c == FailureClass.Environment);
    }

    [Fact]
    public async Task No_picture_is_compared_unless_that_is_asked_for()
    {
        await using var site = await VisualSite.StartAsync();
        await using var rig = await StartAsync(site);
        var plan = await rig.DesignAsync(await SiteMapper.MapAsync(rig.Browsers, site.Url, ["/", "/about"], Token), Token);

        Checks(plan).ShouldBeEmpty();
        plan.Baselines.ShouldBeEmpty();
    }

    // The other techniques have tests of their own, and take a minute.
    private static Task<DesignRig> StartAsync(VisualSite site) => DesignRig.StartAsync(
        Token,
        site.Url,
        services => services.RemoveAll<IDesignTechnique>().AddSingleton<IDesignTechnique, VisualTechnique>().AddSingleton<IDesignTechnique, SmokeTechnique>());

    private async Task<TestPlan> DesignAsync(DesignRig rig, VisualSite site, bool update = false)
    {
        var map = await SiteMapper.MapAsync(rig.Browsers, site.Url, ["/", "/about", "/rent"], Token);
        return await rig.DesignAsync(map, Token, baselines: new(_folder, update));
    }

    private static async Task<IReadOnlyList<string>> FailedAsync(DesignRig rig, TestPlan plan) =>
        [.. (await rig.ExecuteAsync(plan, Token)).Cases.Where(c => c.Verdict != Verdict.Passed).Select(c => c.CaseId)];

    private static StepAction.ExpectPicture[] Checks(TestPlan plan) => [.. plan.Cases.SelectMany(c => c.Steps).Select(s => s.Action).OfType<StepAction.ExpectPicture>()];
}
