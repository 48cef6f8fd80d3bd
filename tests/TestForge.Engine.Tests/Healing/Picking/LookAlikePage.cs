using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Execution;
using TestForge.Engine.Tests.Claude;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Healing.Picking;

/// <summary>A page whose one edit button became two that look alike, a case over it, and a model that is scripted.</summary>
internal static partial class LookAlikePage
{
    public const string Before = """
        <title>Account</title><main><h1>Account</h1><section aria-label="Invoice address"><p>Where invoices go</p>
        <button data-testid=edit onclick="document.getElementById('state').textContent = 'Editing the invoice address'">Edit</button></section>
        <p id=state data-testid=state>Idle</p></main>
        """;

    public const string After = """
        <title>Account</title><main><h1>Account</h1><section aria-label="Shipping address"><p>Where parcels go</p>
        <button onclick="document.getElementById('state').textContent = 'Editing the shipping address'">Edit</button></section>
        <section aria-label="Billing address"><p>Where invoices go</p>
        <button onclick="document.getElementById('state').textContent = 'Editing the invoice address'">Edit</button></section>
        <p id=state data-testid=state>Idle</p></main>
        """;

    /// <summary>Runs the case on the changed page.</summary>
    /// <param name="model">What the model answers, by the lines of the candidates; null for no key.</param>
    /// <param name="after">The changed page.</param>
    /// <param name="before">The page that the case was made for.</param>
    /// <param name="name">What the element is called.</param>
    /// <param name="rules">What may be healed.</param>
    public static async Task<(HealRecord? Heal, Verdict Verdict, IReadOnlyList<FakeRequest> Asked)> RunAsync(
        Func<string[], FakeReply>? model, string after = After, string before = Before, string name = "Edit", HealingRules? rules = null)
    {
        await using var fake = await FakeClaudeServer.StartAsync();
        fake.When(_ => true, body => model!(Candidates(body.ToJsonString())));
        var page = before;
        await using var rig = await EngineRig.StartAsync(
            app => app.MapFallback(() => Results.Content(page, "text/html; charset=utf-8")),
            services =>
            {
                services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds) = (1, 0.3));
                services.Configure<ClaudeOptions>(o => (o.ApiKey, o.BaseUrl, o.MaxRetries) = (model is null ? null : FakeClaudeServer.Key, fake.Url.AbsoluteUri, 0));
            });
        var element = (await rig.ReadAsync("/")).Element("p1.e1", name);
        var state = new PlanElement("p1.e2", "p1", "State", new() { Kind = LocatorKind.TestId, Value = "state" }, new() { Tag = "p", TestId = "state" });
        var test = Plans.Case("edit", new StepAction.Navigate("/"), new StepAction.Click("p1.e1"), new StepAction.ExpectText("p1.e2", "Editing the invoice address"));
        test = test with { Steps = [.. test.Steps.Zip(["I open the account", "I press “Edit”", "I see “Editing the invoice address”"], (s, text) => s with { Text = text })] };
        var plan = await rig.StoreAsync(ArtifactKinds.TestPlan, Plans.Of(rig.Url, [element, state], test));
        page = after;

        var input = new RunInput { RunId = Guid.Empty, Target = rig.Url, StartedAt = DateTimeOffset.UnixEpoch, Healing = rules ?? new() };
        var run = await RunPlan.ExecuteCasesAsync(input, new(null, plan, ["edit"]), new RigHost(rig));

        return (run.Heals.SingleOrDefault(), run.Outcomes.Single().Verdict, [.. fake.Messages]);
    }

    /// <summary>The number of the candidate whose line has a text.</summary>
    public static FakeReply Pick(string[] candidates, string text, string reason = "It is where invoices go.") =>
        Number(Array.FindIndex(candidates, c => c.Contains(text, StringComparison.Ordinal)) + 1, reason);

    public static FakeReply Number(int? number, string reason = "It is where invoices go.") =>
        FakeReply.Json($$"""{ "candidate": {{number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}, "reason": "{{reason}}" }""");

    private static string[] Candidates(string body) => [.. Candidate().Matches(System.Text.Json.Nodes.JsonNode.Parse(body)!["messages"]![0]!["content"]![2]!["text"]!.GetValue<string>()).Select(m => m.Value)];

    [GeneratedRegex(@"^\d+\. .*$", RegexOptions.Multiline)]
    private static partial Regex Candidate();
}
