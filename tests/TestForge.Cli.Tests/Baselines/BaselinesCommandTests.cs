using System.Text;
using System.Text.Json;
using TestForge.Cli.Tests.Commands;
using TestForge.Engine.Baselines;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Baselines;

public sealed class BaselinesCommandTests : IDisposable
{
    private const string Header = "home-header-1280x720";
    private const string Footer = "home-footer-1280x720";
    private readonly CliHarness _cli = new();

    private string Kept => _cli.In("kept");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task An_approved_look_becomes_the_baseline_of_the_folder_and_of_the_plan()
    {
        var folder = await RunAsync();

        (await _cli.RunAsync("baselines", "approve", Header, "--out", "run", "--baselines", "kept")).ShouldBe(0, _cli.Error);

        (await File.ReadAllTextAsync(Path.Combine(Kept, $"{Header}-chromium-linux.png"), Token)).ShouldBe("new header");
        File.Exists(Path.Combine(Kept, $"{Footer}-chromium-linux.png")).ShouldBeFalse();
        var plan = JsonSerializer.Deserialize<TestPlan>(await File.ReadAllTextAsync(Path.Combine(folder.Path, RunFolder.PlanFile), Token), ArtifactJson.Compact)!;
        (await TextAsync(folder, plan.Baselines.Single(b => b.Name == Header).Picture)).ShouldBe("new header");
        (await TextAsync(folder, plan.Baselines.Single(b => b.Name == Footer).Picture)).ShouldBe("old footer");
    }

    [Fact]
    public async Task A_rejected_look_leaves_the_baseline_and_is_remembered()
    {
        await RunAsync();

        (await _cli.RunAsync("baselines", "reject", "--all", "--reason", "the links are gone", "--out", "run", "--baselines", "kept")).ShouldBe(0, _cli.Error);

        Directory.GetFiles(Kept, "*.png").ShouldBeEmpty();
        var reviews = await new BaselineReviews(Kept).ReadAsync(Token);
        reviews.Select(r => (r.Baseline, r.Approved, r.Reason)).ShouldBe([(Footer, false, "the links are gone"), (Header, false, "the links are gone")]);
        await _cli.RunAsync("baselines", "approve", Header, "--out", "run", "--baselines", "kept");
        (await new BaselineReviews(Kept).ReadAsync(Token)).Select(r => (r.Baseline, r.Approved)).ShouldBe([(Footer, false), (Header, true)]);
        await _cli.RunAsync("baselines", "list", "--out", "run", "--baselines", "kept");
        _cli.Output.ShouldContain("rejected  " + Footer);
        _cli.Output.ShouldContain("approved  " + Header);
    }

    [Fact]
    public async Task Names_what_did_not_look_different()
    {
        await RunAsync();

        (await _cli.RunAsync("baselines", "approve", "home-main", "--out", "run", "--baselines", "kept")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error baseline.not_seen:");
        _cli.Error.ShouldContain(Header);
        (await _cli.RunAsync("baselines", "approve", "--out", "run", "--baselines", "kept")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error usage.invalid:");
        Directory.Exists(Kept).ShouldBeFalse();
    }

    private async Task<RunFolder> RunAsync()
    {
        var folder = RunFolder.Open(_cli.In("run"));
        var plan = new TestPlan
        {
            Target = new("https://shop.example/"),
            Features = [],
            Pages = [],
            Elements = [],
            Baselines = [new(Header, "chromium-linux", await StoredAsync(folder, "old header")), new(Footer, "chromium-linux", await StoredAsync(folder, "old footer"))],
            Cases = [Case("a", Header), Case("b", Footer), Case("c", "home-main-1280x720")],
        };
        await folder.PutAsync(RunFolder.PlanFile, plan, Token);
        var results = new RunResults { Backend = "in-process", Cases = [await FailedAsync(folder, "a", "new header"), await FailedAsync(folder, "b", "new footer"), new("c", Verdict.Passed, [])] };
        await folder.PutAsync(RunFolder.ResultsFile, results, Token);
        return folder;
    }

    private static TestCase Case(string id, string baseline) => new()
    {
        Id = id,
        Title = id,
        FeatureId = "f",
        Technique = "visual",
        Steps = [new(StepKeyword.Then, "it looks as in its baseline", new StepAction.ExpectPicture("p1.e1", baseline, []))],
    };

    private static async Task<CaseResult> FailedAsync(RunFolder folder, string id, string picture) => new(id, Verdict.Failed,
    [
        new()
        {
            Number = 1,
            Passed = false,
            StartedAt = DateTimeOffset.UnixEpoch,
            Milliseconds = 1,
            Failure = new(FailureClass.Assertion, 0, "It looks different from its baseline.", "at most 50 pixels differ", "1200 of 9000 pixels differ"),
            Evidence = [await folder.Artifacts.PutAsync(ArtifactKinds.ActualPicture, Encoding.UTF8.GetBytes(picture), Token)],
        },
    ]);

    private static Task<ArtifactRef> StoredAsync(RunFolder folder, string text) => folder.Artifacts.PutAsync(ArtifactKinds.Baseline, Encoding.UTF8.GetBytes(text), Token);

    private static async Task<string> TextAsync(RunFolder folder, ArtifactRef reference)
    {
        await using var content = await folder.Artifacts.OpenAsync(reference, Token);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Token);
    }
}
