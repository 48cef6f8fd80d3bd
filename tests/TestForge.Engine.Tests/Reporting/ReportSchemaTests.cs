using NJsonSchema;
using TestForge.Engine.Reporting;

namespace TestForge.Engine.Tests.Reporting;

public sealed class ReportSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_types() =>
        Approved.ShouldMatch(ReportSchema.Text(), Path.Combine(Approved.Root(), "docs", "schemas", "report.schema.json"));

    [Theory]
    [InlineData("rich")]
    [InlineData("empty")]
    [InlineData("hostile")]
    public async Task A_real_report_is_valid(string sample)
    {
        var run = sample switch { "rich" => SampleShop.Rich(new(), []), "hostile" => HostileRun.Make(), _ => new ReportRun() };
        var schema = await JsonSchema.FromJsonAsync(ReportSchema.Text(), TestContext.Current.CancellationToken);

        schema.Validate(await run.TextAsync("report.json")).Select(e => e.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_without_a_verdict_is_not_valid()
    {
        var schema = await JsonSchema.FromJsonAsync(ReportSchema.Text(), TestContext.Current.CancellationToken);
        var json = (await new ReportRun().TextAsync("report.json")).Replace("\"level\": \"unknown\"", "\"level\": \"splendid\"", StringComparison.Ordinal);

        schema.Validate(json).ShouldNotBeEmpty();
    }
}
