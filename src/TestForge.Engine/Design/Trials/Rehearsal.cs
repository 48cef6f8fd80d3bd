using Microsoft.Playwright;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>
/// Runs the cases of a plan once as they will be run: all of them, beside each other, in an order of their own. A case that
/// held alone and fails here rests on what another case does to the application, and would cry wolf.
/// </summary>
internal sealed class Rehearsal(TrialRoom room, int seed)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly int Sessions = Math.Min(4, 2 * Environment.ProcessorCount);

    /// <summary>Drops each case that fails.</summary>
    public async Task RunAsync(IReadOnlyList<DraftState> states, CancellationToken cancellationToken)
    {
        var order = states.ToArray();
        new Random(seed).Shuffle(order);
        try
        {
            await Parallel.ForEachAsync(order, new ParallelOptions { MaxDegreeOfParallelism = Sessions, CancellationToken = cancellationToken }, async (state, token) =>
            {
                if (!state.Draft.Counted && await FailureAsync(state, token) is { } failure)
                {
                    state.Drop($"It failed when all cases were run together. {failure}");
                }
                else
                {
                    state.Rehearsed = true;
                }
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was not rehearsed has held in two visits all the same.
        }
    }

    private async Task<string?> FailureAsync(DraftState state, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            await using var visit = await room.OpenAsync(state.Draft.Anonymous, deadline.Token, forRun: true);
            foreach (var step in state.Draft.Actions.Concat(state.Confirmed))
            {
                if (Failures.Of(await visit.Driver.PerformAsync(step.Action, deadline.Token)) is { } failure)
                {
                    return $"{step.Text}: {failure}";
                }
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"It took longer than {Deadline.TotalSeconds:0} seconds.";
        }
        catch (PlaywrightException e)
        {
            // The browser failed, not the case.
            return e.Message.Contains("closed", StringComparison.Ordinal) ? null : $"The browser gave up: {Browser.PageText.Clean(e.Message.Split('\n')[0])}";
        }
    }
}
