using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Insights;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Tests.Reporting.Insights;

/// <summary>Sentences against the evidence of the small run: one test failed, one was flaky, one did not run.</summary>
public sealed class ClaimCheckTests
{
    [Theory]
    [InlineData("Saving loses the name: “Ada” was expected.", "c1")]
    [InlineData("Two tests did not simply pass.", "c1,c2")]
    [InlineData("Of 3 tests 1 failed and health is known.", "t1")]
    [InlineData("The test Saving keeps the name fails (c1, s1).", "c1,s1")]
    [InlineData("It is not safe to deploy.", "c1")]
    [InlineData("It isn't ready to be released while “Saving keeps the name” fails.", "c1")]
    [InlineData("We do not recommend deploying.", "c1")]
    [InlineData("All other tests passed.", "t1")]
    [InlineData("None of the failures is explained by the page alone.", "c1")]
    public void Stand(string text, string evidence) => Fault(text, evidence).ShouldBeNull();

    [Theory]
    [InlineData("It fails.", "", "a sentence that names no evidence")]
    [InlineData("It fails.", "c1,c7", "evidence that does not exist")]
    [InlineData("It fails.", "c1\n", "evidence that does not exist")]
    [InlineData("", "c1", "an empty sentence")]
    [InlineData("As c2 shows, it fails.", "c1", "names of evidence among its words")]
    [InlineData("It fails in 7 browsers.", "c1", "a number that its evidence does not have")]
    [InlineData("Seven browsers fail.", "c1", "a number that its evidence does not have")]
    [InlineData("Health fell to 99.5.", "t1", "a number that its evidence does not have")]
    [InlineData("Look at http://shop.example/admin.", "c1", "an address that its evidence does not have")]
    [InlineData("Look at /admin/users.", "c1", "an address that its evidence does not have")]
    [InlineData("Ask evil.example about it.", "c1", "an address that its evidence does not have")]
    [InlineData("It says “out of stock”.", "c1", "a quotation that its evidence does not have")]
    [InlineData("It says 'out of stock'.", "c1", "a quotation that its evidence does not have")]
    [InlineData("The test The page opens is slow.", "c1", "a test that is not its evidence")]
    [InlineData("The application is safe to deploy.", "c1", "words against what the run shows")]
    [InlineData("The release can be deployed.", "c1", "words against what the run shows")]
    [InlineData("Deploy it today.", "c1", "words against what the run shows")]
    [InlineData("We recommend deploying.", "c1", "words against what the run shows")]
    [InlineData("All tests passed.", "t1", "words against what the run shows")]
    [InlineData("Everything works.", "t1", "words against what the run shows")]
    public void Fall(string text, string evidence, string fault) => Fault(text, evidence).ShouldBe(fault);

    private static string? Fault(string text, string evidence)
    {
        var run = SmallRun.Make();
        var report = ReportBuilder.Build(new()
        {
            Input = new(Guid.Empty, run.Target, ReportRun.Started, null, null, [], [], false),
            Now = ReportRun.Started,
            ProductVersion = "1",
            Site = run.Site,
            Plan = run.Plan,
            Results = run.Results,
        });
        return new ClaimCheck(EvidenceBuilder.Build(report), report, DeploymentAdvice.Hold)
            .FaultOf(new() { Text = text, Evidence = evidence.Split(',', StringSplitOptions.RemoveEmptyEntries) });
    }
}
