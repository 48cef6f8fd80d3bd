using TestForge.Engine.Browser;
using TestForge.Engine.Patching;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;

namespace TestForge.Engine.Tests.Patching;

public sealed class SuiteTriageTests
{
    private static readonly RecordedFailure Drift = new()
    {
        Action = "click",
        Count = 0,
        Url = "http://x/orders/12",
        Status = 200,
        Page = new() { Url = "http://x/orders/12", Elements = [new(new() { Tag = "a" }, Visible: true, Enabled: true)] },
    };

    [Fact]
    public void A_locator_that_finds_nothing_on_its_page_has_drifted()
    {
        SuiteTriage.OtherThanDrift(Drift, Known("/orders/7")).ShouldBeNull();
        SuiteTriage.OtherThanDrift(Drift, known: null).ShouldBeNull();
    }

    [Fact]
    public void Everything_else_is_told_and_not_healed()
    {
        SuiteTriage.OtherThanDrift(Drift with { Count = 1, Message = "element is not enabled\nCall log" }, null).ShouldBe("the locator finds its element; what was done with it did not work: element is not enabled");
        SuiteTriage.OtherThanDrift(Drift with { Status = 503 }, null).ShouldBe("the server answered 503 when the page was opened");
        SuiteTriage.OtherThanDrift(Drift with { Page = null }, null).ShouldNotBeNull();
        SuiteTriage.OtherThanDrift(Drift with { Page = Drift.Page! with { Elements = [] } }, null).ShouldBe("the page is empty");
        SuiteTriage.OtherThanDrift(Drift, Known("/sign-in")).ShouldBe("the test is on another page than when it passed: /orders/12, not /sign-in");
    }

    [Theory]
    [InlineData("Error: expect(received).toBe(expected)", false)]
    [InlineData("Error: page.goto: net::ERR_CONNECTION_REFUSED, waiting for load", false)]
    [InlineData("Error: locator.click: Error: strict mode violation: 2 elements", true)]
    [InlineData("Test timeout of 30000ms exceeded.", true)]
    public void The_runners_words_tell_what_need_not_be_run_again(string message, bool mayBe) =>
        (SuiteTriage.OtherThanDrift(new SuiteTest { Title = "t", File = "a", Line = 1, Message = message }) is null).ShouldBe(mayBe);

    [Fact]
    public void A_failure_that_the_test_itself_caught_is_not_the_one_that_ended_it()
    {
        var ended = Drift with { Used = [new("pages/a.ts", 3, 1), new("a.spec.ts", 9, 5)] };
        var test = new SuiteTest { Title = "t", File = "a.spec.ts", Line = 1, FailedLine = 9, Recorded = [Drift with { Used = [new("a.spec.ts", 5, 5)] }, ended, Drift with { Used = [new("a.spec.ts", 20, 5)] }] };

        SuiteTriage.Decisive(test).ShouldBeSameAs(ended);
    }

    private static RecordedElement Known(string page) => new() { File = "a.spec.ts", Line = 1, Column = 1, Locator = "locator('a')", Page = page, Print = new() { Tag = "a" } };
}
