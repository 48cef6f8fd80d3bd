using System.Globalization;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Notifications;

/// <summary>What people are told of a run that has ended, in no form yet. Names and words in it are a tenant's and its application's.</summary>
internal sealed record RunNews
{
    public required Guid RunId { get; init; }

    public required string Project { get; init; }

    public required string Environment { get; init; }

    public required string Target { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>How the run before at the same environment ended; null when there was none.</summary>
    public RunStatus? Before { get; init; }

    public int? Passed { get; init; }

    public int? Failed { get; init; }

    public int? Flaky { get; init; }

    public int? Healed { get; init; }

    public double? HealthScore { get; init; }

    public string? Error { get; init; }

    /// <summary>One line that says it all.</summary>
    public string Title => $"{Project}: {Word(Status)}{(Before is { } before && before != Status ? $", was {Word(before)}" : "")}";

    /// <summary>Names and values, in the order of their weight.</summary>
    public IEnumerable<(string Name, string Value)> Facts()
    {
        yield return ("Environment", Environment);
        yield return ("Address", Target);
        if (Passed is not null)
        {
            yield return ("Tests", string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Flaky} flaky, {Healed} healed"));
            yield return ("Health score", string.Create(CultureInfo.InvariantCulture, $"{HealthScore:0} of 100"));
        }

        if (Error is { Length: > 0 })
        {
            yield return ("Why", Error);
        }

        yield return ("Run", RunId.ToString());
    }

    private static string Word(RunStatus status) => status.ToString().ToLowerInvariant();
}
