using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Fingerprints;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Fingerprints;

public sealed class PrintTakerTests
{
    private const string Page = """
        <title>Shop</title><main aria-label=Cart><form id=f><p>Two tools <a href=/next data-testid=go>Go to pay</a></p></form>
        <iframe id=inner srcdoc="<button data-testid=inside>Inside</button>" style="margin-left: 50px"></iframe>
        <x-box></x-box><script>const r = document.querySelector('x-box').attachShadow({ mode: 'open' }); r.innerHTML = '<button data-testid=shadow>Deep</button>'</script></main>
        """;

    [Fact]
    public async Task Each_element_of_a_case_that_passes_is_taken_as_it_was_before_it_was_used()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("testforge-prints-").FullName, "shop.prints");
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/{page?}", (string? page) => Results.Content(page is null ? Page : "<title>Next</title>", "text/html")),
            services => services.Configure<FingerprintOptions>(o => o.File = file));
        var plan = Plans.Of(
            rig.Url,
            [Element("go", []), Element("inside", ["#inner"]), Element("shadow", []), Element("gone", [])],
            Plans.Case("all", new StepAction.Navigate("/"), new StepAction.Click("inside"), new StepAction.ExpectVisible("shadow"), new StepAction.ExpectHidden("gone"), new StepAction.Click("go"), new StepAction.ExpectTitle("Next")),
            Plans.Case("fails", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Other")));

        await rig.RunAsync(Stages.Execute, new(Guid.Empty, await rig.StoreAsync(ArtifactKinds.TestPlan, plan), ["all", "fails"], [], new(), ExecutionBackends.InProcess, null));

        var environment = (await FingerprintFile.ReadAsync(file, TestContext.Current.CancellationToken)).Environments.ShouldHaveSingleItem().Value;
        environment.Cases.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Key.ShouldBe("all"),
            c => c.Value[4].ShouldBe("/"),
            c => c.Value[5].ShouldBe("/next"));
        var prints = environment.Elements.Values.Select(e => e.Seen.Single().Print).ToDictionary(p => p.TestId!);
        prints.Keys.ShouldBe(["go", "inside", "shadow"], ignoreOrder: true);
        prints["go"].ShouldSatisfyAllConditions(
            p => (p.Tag, p.Role, p.Name, p.Href, p.Landmark, p.LandmarkName).ShouldBe(("a", "link", "Go to pay", "/next", "main", "Cart")),
            p => p.NeighbourText.ShouldBe("Two tools Go to pay"));
        prints["inside"].Frames.ShouldBe(["#inner"]);
        prints["inside"].Box.X.ShouldBeGreaterThan(50);
        prints["shadow"].ShadowDepth.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_is_remembered_whole_when_a_step_passes_on_it()
    {
        var html = "<main><p>Orders <a href=# class=go>View details</a></p><p>Guests <a href=# class=go>See all of them</a></p></main>";
        var file = Path.Combine(Directory.CreateTempSubdirectory("testforge-prints-").FullName, "shop.prints");
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/", () => Results.Content(html, "text/html")),
            services => services.Configure<FingerprintOptions>(o => o.File = file));
        var wanted = new PlanElement("go", "p1", "View details", new() { Kind = LocatorKind.Role, Value = "link", Name = "View details" }, new() { Tag = "a", Role = "link", Name = "View details" });
        var plan = Plans.Of(rig.Url, [wanted], Plans.Case("go", new StepAction.Navigate("/"), new StepAction.ExpectVisible("go")));
        var stored = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        await rig.RunAsync(Stages.Execute, new(Guid.Empty, stored, ["go"], [], new(), ExecutionBackends.InProcess, null));

        var page = (await FingerprintFile.ReadAsync(file, TestContext.Current.CancellationToken)).Environments.Single().Value.Pages.ShouldHaveSingleItem();

        page.Key.ShouldBe("/");
        page.Value.Select(p => p.Name).ShouldBe(["View details", "See all of them"]);
    }

    [Fact]
    public async Task What_was_seen_last_is_what_is_looked_for()
    {
        var html = "<main><button data-testid=pay id=buy>Pay order</button></main>";
        var file = Path.Combine(Directory.CreateTempSubdirectory("testforge-prints-").FullName, "shop.prints");
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/", () => Results.Content(html, "text/html")),
            services => services.Configure<FingerprintOptions>(o => o.File = file));
        var plan = Plans.Of(rig.Url, [Element("pay", [])], Plans.Case("pay", new StepAction.Navigate("/"), new StepAction.ExpectVisible("pay")));
        var stored = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        await rig.RunAsync(Stages.Execute, new(Guid.Empty, stored, ["pay"], [], new(), ExecutionBackends.InProcess, null));
        html = html.Replace("data-testid=pay", "data-testid=pay-order", StringComparison.Ordinal);
        var page = await rig.StoreAsync(ArtifactKinds.PageFacts, await rig.ReadAsync("/"));

        var heal = (await rig.RunAsync(Stages.Heal, new(Guid.Empty, stored, "pay", page, ["pay"]))).Record;

        heal.Before!.Name.ShouldBe("Pay order");
        heal.New!.ToString().ShouldBe("getByTestId('pay-order')");
    }

    private static PlanElement Element(string testId, IReadOnlyList<string> frames) =>
        new(testId, "p1", testId, new() { Kind = LocatorKind.TestId, Value = testId, Frames = frames }, new() { Tag = "button", TestId = testId });
}
