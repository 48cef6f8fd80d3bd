using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>How far a case has come.</summary>
internal sealed class CaseProgress(TestCase testCase, IReadOnlyList<string> patched)
{
    private const int MaxAttempts = 2;
    private readonly List<Attempt> _attempts = [];

    public TestCase Case { get; } = testCase;

    public int NextNumber => _attempts.Count + 1;

    /// <summary>The state of the attempt whose session had expired, or null.</summary>
    public string? ExpiredState { get; set; }

    /// <summary>True once the whole browser went down during an attempt. That attempt says nothing about the case and is not counted.</summary>
    public bool BrowserLost { get; set; }

    /// <summary>A locator that finds nothing finds nothing again: that is for the healer, not for a retry.</summary>
    public bool Settled => _attempts is [.., { Passed: true }] || Drifted || _attempts.Count >= MaxAttempts;

    /// <summary>Whether an attempt was made, even one that does not count.</summary>
    public bool Begun => _attempts.Count > 0 || BrowserLost;

    public bool Failed => _attempts is [.., { Passed: false }];

    public bool Drifted => _attempts is [.., { Failure.Class: FailureClass.LocatorDrift }];

    public long Milliseconds => _attempts.Sum(a => a.Milliseconds);

    public string? Message => _attempts is [.., var last] ? last.Failure?.Message : null;

    public IReadOnlyList<string> Patched { get; } = patched;

    public void Add(Attempt attempt) => _attempts.Add(attempt with { HealedElements = [.. Patched.Union(attempt.HealedElements)] });

    /// <summary>Whether to watch after a failure for what comes too late: the first time, and again where it did.</summary>
    public bool MayBeLate => _attempts.Count == 0 || _attempts.Any(a => a.Failure?.Class == FailureClass.Timing);

    /// <summary>Whether a repetition beside the cases of its failure could tell why it failed then.</summary>
    public bool MayHaveBeenDisturbed => _attempts is [{ Passed: false, Beside.Count: > 0 }, { Passed: true }] && CaseTriage.Of(_attempts, null) is { Class: FailureClass.Flaky };

    /// <summary>Whether it failed where another case had been and passed where none had: chance most likely, but who knows.</summary>
    public bool PassedOnlyInNewContext => _attempts is [{ Passed: false, ContextServedBefore: true }, { Passed: true }];

    /// <summary>What that repetition showed.</summary>
    public string? Repetition { get; set; }

    /// <summary>The same case from its beginning.</summary>
    public CaseProgress Anew() => new(Case, Patched);

    public Attempt FirstAttempt => _attempts[0];

    public CaseResult Result => new(Case.Id, Verdict, [.. _attempts]) { Diagnosis = CaseTriage.Of(_attempts, Repetition) };

    private Verdict Verdict => _attempts switch
    {
        [] => Verdict.NotRun,
        [.., { Passed: false }] => Verdict.Failed,
        [_, _, ..] => Verdict.Flaky,
        [{ HealedElements.Count: > 0 }] => Verdict.Healed,
        _ => Verdict.Passed,
    };
}
