using Microsoft.Extensions.Time.Testing;

namespace TestForge.Cli.Tests;

public sealed class InterruptionTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _error = new();
    private readonly List<int> _exits = [];
    private readonly Interruption _interruption;

    public InterruptionTests() => _interruption = new(
        new()
        {
            Output = TextWriter.Null,
            Error = _error,
            WorkingFolder = "/",
            Variable = _ => null,
            Clock = _clock,
            StartedAt = _clock.GetUtcNow(),
            Exit = _exits.Add,
        },
        "Kept: /out.");

    public void Dispose() => _interruption.Dispose();

    [Fact]
    public void The_first_time_asks_to_stop()
    {
        _interruption.Ask();

        _interruption.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        _interruption.Asked.ShouldBeTrue();
        _exits.ShouldBeEmpty();
        _error.ToString().ShouldContain("Press Ctrl-C again");
    }

    [Fact]
    public void The_second_time_ends_at_once_and_says_what_is_kept()
    {
        _interruption.Ask();
        _interruption.Ask();

        _exits.ShouldBe([130]);
        _error.ToString().ShouldContain("Kept: /out.");
    }

    [Fact]
    public void Whoever_does_not_stop_within_three_seconds_is_ended()
    {
        _interruption.Ask();
        _clock.Advance(TimeSpan.FromSeconds(3));

        _exits.ShouldBe([130]);
    }
}
