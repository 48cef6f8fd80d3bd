using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution;

public sealed class CauseFinderTests
{
    private static readonly FailedRequest Down = new("https://shop.test/api", "GET", 503, "Service Unavailable");

    [Fact]
    public void Nothing_is_said_of_a_case_that_never_failed_or_whose_locator_drifted()
    {
        CauseFinder.Of([Passed()], null).ShouldBeNull();
        CauseFinder.Of([Failed(new(FailureClass.LocatorDrift, 1, "gone"))], null).ShouldBeNull();
    }

    [Fact]
    public void A_server_error_only_where_it_failed_is_the_environment()
    {
        CauseFinder.Of([Failed(Wrong()) with { FailedRequests = [Down] }, Passed()], null)!.Kind.ShouldBe(CauseKind.Environment);
        CauseFinder.Of([Failed(Wrong()) with { FailedRequests = [Down] }, Passed() with { FailedRequests = [Down] }], null)!.Kind.ShouldBe(CauseKind.Unknown);
    }

    [Fact]
    public void What_the_attempts_do_not_show_is_not_claimed() => CauseFinder.Of([Failed(Wrong()), Passed()], null)!.Kind.ShouldBe(CauseKind.Unknown);

    [Fact]
    public void A_repetition_beside_the_same_cases_shows_the_order() =>
        CauseFinder.Of([Failed(Wrong()), Passed()], new(CauseKind.Order, "beside"))!.Kind.ShouldBe(CauseKind.Order);

    [Fact]
    public void The_strongest_sign_wins() => CauseFinder.Of(
        [Failed(Wrong() with { Signs = [new(CauseKind.Timing, "late")] }), Failed(Wrong() with { Signs = [new(CauseKind.Data, "clash")] })],
        null)!.Kind.ShouldBe(CauseKind.Data);

    private static Failure Wrong() => new(FailureClass.Assertion, 1, "wrong");

    private static Attempt Failed(Failure failure) => Passed() with { Passed = false, Failure = failure };

    private static Attempt Passed() => new() { Number = 1, Passed = true, StartedAt = DateTimeOffset.UnixEpoch, Milliseconds = 1 };
}
