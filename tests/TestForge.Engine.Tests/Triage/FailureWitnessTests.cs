using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Triage;

/// <summary>What is gathered from a real page; all classes are in <c>bench/quality/heal/triage</c>.</summary>
public sealed class FailureWitnessTests
{
    private static readonly PlanElement Go = Element("go");

    private static readonly Dictionary<string, string> Pages = new()
    {
        ["covered"] = "<button data-testid=go>Go</button><div class=veil style='position: fixed; inset: 0'></div>",
        ["refused"] = "<form><input name=vat aria-label=VAT required><button data-testid=go>Go</button></form>",
        ["sent"] = "<form onsubmit='event.preventDefault(); vat.value = \"\"; setTimeout(() => document.activeElement.blur())'><input name=vat id=vat data-testid=vat aria-label=VAT required><button data-testid=go>Go</button></form>",
        ["switched-off"] = "<main inert><button data-testid=other>Go</button><button data-testid=go hidden>Go</button></main><dialog open aria-label=News>News</dialog>",
        ["broken"] = "<script>fetch('/api').then((r) => r.json()).then((all) => document.body.innerHTML = '<button data-testid=go>Go</button>')</script>",
    };

    [Fact]
    public async Task The_page_and_what_it_asked_for_tell_why_a_step_failed()
    {
        await using var rig = await EngineRig.StartAsync(
            app =>
            {
                app.MapGet("/api", () => Results.StatusCode(500));
                app.MapGet("/{page}", (string page) => Results.Content($"<title>Shop</title>{Pages[page]}", "text/html"));
            },
            services => services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds, o.Workers) = (0.5, 0, 4)));
        var plan = Plans.Of(
            rig.Url,
            [Go, Element("vat"), Element("gone")],
            Plans.Case("covered", new StepAction.Navigate("/covered"), new StepAction.Click("go")),
            Plans.Case("refused", new StepAction.Navigate("/refused"), new StepAction.Click("go"), new StepAction.ExpectTitle("Saved")),
            Plans.Case("sent", new StepAction.Navigate("/sent"), new StepAction.Fill("vat", "12"), new StepAction.Press("vat", "Enter"), new StepAction.Click("gone")),
            Plans.Case("switched-off", new StepAction.Navigate("/switched-off"), new StepAction.Click("go")),
            Plans.Case("broken", new StepAction.Navigate("/broken"), new StepAction.ExpectVisible("go")));

        var output = await rig.RunAsync(
            Stages.Execute,
            new(Guid.Empty, await rig.StoreAsync(ArtifactKinds.TestPlan, plan), [.. plan.Cases.Select(c => c.Id)], [], new(), ExecutionBackends.InProcess, null));

        var cases = (await rig.LoadAsync<RunResults>(output.Results)).Cases.ToDictionary(c => c.CaseId, c => c.Diagnosis!);
        cases.ToDictionary(c => c.Key, c => c.Value.Class).ShouldBe(new Dictionary<string, FailureClass>
        {
            ["covered"] = FailureClass.Overlay,
            ["refused"] = FailureClass.FormState,
            ["sent"] = FailureClass.LocatorDrift,
            ["switched-off"] = FailureClass.Overlay,
            ["broken"] = FailureClass.Environment,
        });
        cases["covered"].Evidence[0].ShouldContain("class=\"veil\"");
        cases["refused"].Evidence[0].ShouldContain("“VAT”");
        cases["broken"].Evidence[0].ShouldContain("/api");
        output.Cases.Where(c => c.CaseId != "sent").ShouldAllBe(c => c.BrokenElementId == null);
    }

    private static PlanElement Element(string testId) => new(testId, "p1", testId, new() { Kind = LocatorKind.TestId, Value = testId }, new() { Tag = "button", TestId = testId });
}
