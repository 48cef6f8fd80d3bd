using TestForge.Engine.Reporting.Building;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

public sealed class GateTests
{
    [Fact]
    public void Every_metric_is_measured() =>
        GateMeasures.ByName.Keys.ShouldBe(GateMetric.All.Select(m => m.Name), ignoreOrder: true);

    [Fact]
    public void The_guide_names_every_metric()
    {
        var guide = File.ReadAllText(Path.Combine(Approved.Root(), "docs", "guides", "quality-gates.md"));

        GateMetric.All.Where(m => !guide.Contains($"| `{m.Name}` | {m.Meaning} |", StringComparison.Ordinal)).Select(m => m.Name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pass-rate>=95", "pass-rate>=95")]
    [InlineData("  health > 79.5 ", "health>79.5")]
    [InlineData("pass-rate >= 95%", "pass-rate>=95")]
    public void Reads_rules(string text, string shortest) => GateRule.Parse(text).Text.ShouldBe(shortest);

    [Theory]
    [InlineData("pass-rate", "gate.invalid")]
    [InlineData("pass-rate>=", "gate.invalid")]
    [InlineData("failed=>1", "gate.invalid")]
    [InlineData("failed==1; rm", "gate.invalid")]
    [InlineData("passrate>=95", "gate.unknown_metric")]
    public void Refuses_what_is_no_rule(string text, string code)
    {
        var error = Should.Throw<StageException>(() => GateRule.Parse(text));

        error.Code.ShouldBe(code);
        error.Message.ShouldContain("pass-rate");
    }

    [Theory]
    [InlineData("failed==0", null, false)]
    [InlineData("failed!=0", null, false)]
    [InlineData("failed<=2", 2.0, true)]
    [InlineData("failed<2", 2.0, false)]
    [InlineData("failed>2", 2.0, false)]
    public void What_is_not_known_meets_no_rule(string rule, double? value, bool met) => GateRule.Parse(rule).IsMetBy(value).ShouldBe(met);

    [Fact]
    public async Task That_no_test_fails_is_implied_until_a_rule_says_how_many_may()
    {
        var run = SmallRun.Make();
        run.Gates.Add("health>=0");
        var strict = (await run.ReportAsync()).Summary.Gates!;
        run.Gates.Add("pass-rate>=50");
        var lenient = (await run.ReportAsync()).Summary.Gates!;

        strict.Select(g => (g.Rule, g.Met, g.Implied)).ShouldBe([("health>=0", true, false), ("failed==0", false, true)]);
        lenient.Select(g => (g.Rule, g.Met)).ShouldBe([("health>=0", true), ("pass-rate>=50", true)]);
    }

    [Fact]
    public async Task Without_rules_there_is_no_gate() => (await SmallRun.Make().ReportAsync()).Summary.Gates.ShouldBeNull();
}
