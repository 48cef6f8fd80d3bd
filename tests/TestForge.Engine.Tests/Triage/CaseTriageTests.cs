using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Triage;

public sealed class CaseTriageTests
{
    private static readonly FailedRequest Down = new("https://shop.test/api", "GET", 503, "Service Unavailable");

    [Fact]
    public void Nothing_is_said_of_a_case_that_never_failed() => CaseTriage.Of([Passed()], null).ShouldBeNull();

    [Fact]
    public void What_passes_alone_and_explains_nothing_is_chance() =>
        CaseTriage.Of([Failed(Wrong()), Passed()], null)!.Class.ShouldBe(FailureClass.Flaky);

    [Fact]
    public void A_server_error_only_where_it_failed_is_the_environment()
    {
        CaseTriage.Of([Failed(Wrong()) with { FailedRequests = [Down] }, Passed()], null)!.Class.ShouldBe(FailureClass.Environment);
        CaseTriage.Of([Failed(Wrong()) with { FailedRequests = [Down] }, Passed() with { FailedRequests = [Down] }], null)!.Class.ShouldBe(FailureClass.Flaky);
    }

    [Theory]
    [InlineData(FailureClass.Timing, FailureClass.Timing)]
    [InlineData(FailureClass.Overlay, FailureClass.Overlay)]
    [InlineData(FailureClass.FormState, FailureClass.Flaky)]
    public void What_explains_a_second_try_that_passes_stays(FailureClass first, FailureClass expected) =>
        CaseTriage.Of([Failed(new(first, 1, "no")), Passed()], null)!.Class.ShouldBe(expected);

    [Fact]
    public void A_repetition_beside_the_same_cases_is_told_first()
    {
        var diagnosis = CaseTriage.Of([Failed(Wrong()), Passed()], "beside 'slow'")!;

        (diagnosis.Class, diagnosis.Evidence[0]).ShouldBe((FailureClass.Flaky, "beside 'slow'"));
    }

    [Fact]
    public void Of_two_failures_the_last_that_tells_counts()
    {
        CaseTriage.Of([Failed(Wrong()), Failed(new(FailureClass.Data, 1, "clash"))], null)!.Class.ShouldBe(FailureClass.Data);
        CaseTriage.Of([Failed(Wrong()), Failed(new(FailureClass.Unknown, 1, "?"))], null)!.Class.ShouldBe(FailureClass.Assertion);
    }

    private static Failure Wrong() => new(FailureClass.Assertion, 1, "wrong");

    private static Attempt Failed(Failure failure) => Passed() with { Passed = false, Failure = failure };

    private static Attempt Passed() => new() { Number = 1, Passed = true, StartedAt = DateTimeOffset.UnixEpoch, Milliseconds = 1 };
}
