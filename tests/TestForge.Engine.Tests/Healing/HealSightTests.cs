using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Engine.Fingerprints;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

/// <summary>A case passes, the page changes, the case runs again: what was kept of the first run's look is compared with what the new locator finds.</summary>
public sealed class HealSightTests : IDisposable
{
    private const string Page = """
        <title>Cart</title><style>button { font: 16px sans-serif; padding: 8px 20px }</style>
        <main><h1>Cart</h1><p>Two mugs, one lantern and a blanket for the cold nights at the lake.</p><button data-testid=add onclick="document.getElementById('state').textContent = 'Added'">Add to cart</button><p id=state data-testid=state>Empty</p></main>
        """;

    private static readonly string Renamed = Page.Replace("data-testid=add", "data-testid=add-item", StringComparison.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-looks-").FullName;

    [Fact]
    public async Task A_heal_that_looks_the_same_is_told_so_with_both_pictures()
    {
        var heal = await HealAsync(Renamed);

        (heal.Decision, heal.Proved).ShouldBe((HealDecision.Healed, true));
        heal.Sight!.Verdict.ShouldBe(SightVerdict.Support);
        heal.Sight.Embedder.ShouldContain("histogram", Case.Insensitive);
        heal.LookBefore!.Kind.ShouldBe(ArtifactKinds.ElementLook);
        heal.LookAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_look_that_is_quite_another_holds_the_heal_back()
    {
        var other = Renamed.Replace("<button ", "<button style='background: repeating-linear-gradient(45deg, #000 0 6px, #ff0 6px 12px); color: #f00; width: 620px; height: 320px; border: 20px dotted blue; font-size: 60px' ", StringComparison.Ordinal);

        var heal = await HealAsync(other);

        (heal.Decision, heal.New, heal.Proved).ShouldBe((HealDecision.Refused, null, false));
        heal.Sight!.Verdict.ShouldBe(SightVerdict.Veto);
        heal.Reason.ShouldContain("does not look like it");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<HealRecord> HealAsync(string after)
    {
        var page = Page;
        await using var rig = await EngineRig.StartAsync(
            app => app.MapFallback(() => Results.Content(page, "text/html; charset=utf-8")),
            services =>
            {
                services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds) = (1, 0.3));
                services.Configure<FingerprintOptions>(o => o.File = Path.Combine(_folder, "shop.prints"));
            });
        var facts = await rig.ReadAsync("/");
        var elements = new[]
        {
            facts.Element("p1.e1", "Add to cart"),
            new PlanElement("p1.e2", "p1", "State", new() { Kind = LocatorKind.TestId, Value = "state" }, new() { Tag = "p", TestId = "state" }),
        };
        var plan = Plans.Of(rig.Url, elements, Plans.Case("add", new StepAction.Navigate("/"), new StepAction.Click("p1.e1"), new StepAction.ExpectText("p1.e2", "Added")));
        var stored = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        (await RunAsync(rig, stored)).Outcomes.Single().Verdict.ShouldBe(Verdict.Passed);
        page = after;
        return (await RunAsync(rig, stored)).Heals.ShouldHaveSingleItem();
    }

    private static Task<ExecutedCases> RunAsync(EngineRig rig, ArtifactRef plan) => RunPlan.ExecuteCasesAsync(
        new() { RunId = Guid.NewGuid(), Target = rig.Url, StartedAt = DateTimeOffset.UnixEpoch, Healing = new() }, new(null, plan, ["add"]), new RigHost(rig));
}
