using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Runs cases in rounds: each once, then again what did not settle. Begins no more once as many have failed as may.</summary>
internal sealed class CaseRounds(WorkerGate gate, ExecuteInput input, Func<CaseProgress, int, Task> attempt, Action<CaseProgress> tell)
{
    /// <summary>So many failures are no interference between cases: the rest of the retries share the workers.</summary>
    private const int MaxIsolated = 10;

    /// <summary>Repetitions are for a few puzzles; where many cases are flaky, none of them is one.</summary>
    private const int MaxRepeated = 3;

    private const int MaxCompanions = 4;

    private readonly IReadOnlyDictionary<string, Quarantine> _borne = input.QuarantineById;

    public async Task RunAsync(IReadOnlyList<CaseProgress> cases, CancellationToken cancellationToken)
    {
        var left = cases;
        while (left.Count > 0 && !(cases.Count(Counts) >= input.FailuresLeft))
        {
            await OnceAsync(left, cancellationToken);
            var open = left.Where(c => c is { Begun: true, Settled: false }).ToArray();
            await AgainAsync(open, cancellationToken);
            await BesideAsync([.. open.Where(c => c.MayHaveBeenDisturbed).Take(MaxRepeated)], cases, cancellationToken);
            left = [.. left.Where(c => !c.Begun)];
        }
    }

    /// <summary>Every case once. Where failures are counted, the first one holds the rest back until it is known to be one.</summary>
    private async Task OnceAsync(IReadOnlyList<CaseProgress> cases, CancellationToken cancellationToken)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The count of those still to start tells how many contexts are worth making ahead.
        var waiting = cases.Count;
        await Task.WhenAll(cases.Select(async c =>
        {
            try
            {
                await gate.EnterAsync(held.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await InSlotAsync(async () =>
            {
                await attempt(c, Interlocked.Decrement(ref waiting));
                if (input.FailuresLeft is not null && (!c.Settled || Counts(c)))
                {
                    // Before the slot is free for the next.
                    await held.CancelAsync();
                }
            });
            tell(c);
        }));
    }

    /// <summary>Each by itself, so that a second failure is its own.</summary>
    private Task AgainAsync(IReadOnlyList<CaseProgress> open, CancellationToken cancellationToken) => Task.WhenAll(open.Select(async (c, i) =>
    {
        await (i < MaxIsolated ? gate.EnterAloneAsync(cancellationToken) : gate.EnterAsync(cancellationToken));
        await InSlotAsync(async () =>
        {
            while (!c.Settled)
            {
                await attempt(c, 0);
            }
        });
        tell(c);
    }));

    /// <summary>
    /// Repeats what failed beside others and passed alone beside the same others. Only when it fails at the same step again are they
    /// the cause. Nothing of it changes a verdict.
    /// </summary>
    private async Task BesideAsync(IReadOnlyList<CaseProgress> flaky, IReadOnlyList<CaseProgress> all, CancellationToken cancellationToken)
    {
        foreach (var c in flaky)
        {
            var first = c.FirstAttempt;
            var others = all.Where(o => first.Beside.Contains(o.Case.Id)).Take(MaxCompanions).ToArray();
            if (others.Length == 0)
            {
                continue;
            }

            await gate.EnterAloneAsync(cancellationToken);
            await InSlotAsync(async () =>
            {
                var repeated = c.Anew();
                await Task.WhenAll(others.Select(o => attempt(o.Anew(), 0)).Prepend(attempt(repeated, 0)));
                if (repeated.Failed && repeated.FirstAttempt.Failure!.StepIndex == first.Failure!.StepIndex)
                {
                    c.Repetition = $"It passed alone and failed twice at the same step beside {string.Join(", ", others.Select(o => $"'{o.Case.Title}'"))}.";
                }
            });
        }
    }

    private bool Counts(CaseProgress c) => c is { Settled: true, Failed: true } && !_borne.ContainsKey(c.Case.Id);

    private async Task InSlotAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            gate.Leave();
        }
    }
}
