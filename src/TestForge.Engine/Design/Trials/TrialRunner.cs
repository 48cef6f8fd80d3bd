using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Runs all trials, some at a time, each with a deadline, in two rounds of opposite order.</summary>
internal sealed partial class TrialRunner(TrialRoom room, IRunEvents events, ILogger logger)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    // A way to a goal may be long.
    private static readonly TimeSpan ForEachStep = TimeSpan.FromSeconds(2);
    private static readonly int Sessions = Math.Min(4, 2 * Environment.ProcessorCount);

    private readonly List<DraftState> _all = [];
    private int _done;

    /// <summary>Returns when both rounds are done or the token is cancelled; what was confirmed by then is marked in the states.</summary>
    public async Task RunAsync(IReadOnlyList<DraftState> drafts, CancellationToken cancellationToken)
    {
        var groups = TrialGroup.Of(drafts);
        // What was left out after its first visit had no second one.
        _done = _all.Count * 2;
        _all.AddRange(drafts);
        var total = _all.Count * 2;
        try
        {
            await RoundAsync(groups, (trial, token) => trial.ObserveAsync(token), Tell, cancellationToken);
            await RoundAsync([.. groups.Reverse()], (trial, token) => trial.ConfirmAsync(token), Tell, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(_done, total);
        }

        void Tell(TrialGroup group)
        {
            var done = Interlocked.Add(ref _done, group.Drafts.Count);
            events.Publish(new RunEvent.CaseDesigned(group.First.Title, Math.Min(done, total), total, _all.Count(d => d.IsConfirmed)));
        }
    }

    /// <summary>Looks once, for the faults that come to light by it; nothing of it enters a plan.</summary>
    public async Task InspectAsync(IReadOnlyList<DraftState> drafts, CancellationToken cancellationToken)
    {
        try
        {
            await RoundAsync(TrialGroup.Of(drafts), (trial, token) => trial.ObserveAsync(token), _ => { }, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(0, drafts.Count);
        }
    }

    private Task RoundAsync(IReadOnlyList<TrialGroup> groups, Func<CaseTrial, CancellationToken, Task> visit, Action<TrialGroup> visited, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            groups.Where(g => g.Drafts.Any(d => d.Dropped is null)),
            new ParallelOptions { MaxDegreeOfParallelism = Sessions, CancellationToken = cancellationToken },
            async (group, token) =>
            {
                await VisitAsync(group, visit, token);
                visited(group);
            });

    private async Task VisitAsync(TrialGroup group, Func<CaseTrial, CancellationToken, Task> visit, CancellationToken cancellationToken)
    {
        var limit = Deadline + (ForEachStep * group.Actions.Count);
        for (var attempt = 1; ; attempt++)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(limit);
            try
            {
                // The browser's own calls know no token: the deadline must hold even when one never returns.
                await visit(new(room, group), deadline.Token).WaitAsync(limit + TimeSpan.FromSeconds(10), cancellationToken);
                return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e) when (e is OperationCanceledException or TimeoutException)
            {
                Drop(group, $"It took longer than {limit.TotalSeconds:0} seconds.");
                return;
            }
            catch (PlaywrightException e) when (attempt == 1 && !IsSending(group))
            {
                // A neighbour's crash may have ended the browser; a fresh visit tells whose fault it was.
                LogRetry(group.First.Id, e.Message);
                Clear(group);
            }
            catch (PlaywrightException e)
            {
                LogFailed(e, group.First.Id);
                Drop(group, $"The browser gave up: {FirstLine(e.Message)}");
                return;
            }
        }
    }

    // A second try of a form is a second submission.
    private static bool IsSending(TrialGroup group) => group.Drafts.Any(d => d.Draft.AllOrNothing);

    private static void Clear(TrialGroup group)
    {
        foreach (var draft in group.Drafts.Where(d => !d.Tried))
        {
            draft.Seen.Clear();
            draft.Required.Clear();
            draft.Left.Clear();
        }
    }

    private static void Drop(TrialGroup group, string reason)
    {
        foreach (var draft in group.Drafts.Where(d => !d.IsConfirmed))
        {
            draft.Drop(reason);
        }
    }

    private static string FirstLine(string text) => Browser.PageText.Clean(text.Split('\n')[0]);

    [LoggerMessage(3001, LogLevel.Information, "Design was stopped after {Done} of {Total} trials")]
    private partial void LogStopped(int done, int total);

    [LoggerMessage(3002, LogLevel.Information, "The trial of {CaseId} is repeated: {Reason}")]
    private partial void LogRetry(string caseId, string reason);

    [LoggerMessage(3003, LogLevel.Warning, "The trial of {CaseId} failed in the browser")]
    private partial void LogFailed(Exception exception, string caseId);
}
