using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>One attempt of a case in a fresh context: its steps, its deadline and its evidence.</summary>
internal sealed class CaseAttempt(IArtifactStore artifacts, TimeProvider clock, TimeSpan deadline)
{
    private static readonly TimeSpan EvidenceLimit = TimeSpan.FromSeconds(10);

    /// <param name="session">A context nobody has used.</param>
    /// <param name="testCase">What to do.</param>
    /// <param name="target">The application's address.</param>
    /// <param name="locators">The locators in force, by element.</param>
    /// <param name="number">1 for the first attempt.</param>
    /// <param name="traced">Whether to record a trace; kept only when the attempt fails.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Attempt> RunAsync(
        BrowserSession session,
        TestCase testCase,
        Uri target,
        IReadOnlyDictionary<string, LocatorSpec> locators,
        int number,
        bool traced,
        CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        if (traced)
        {
            await session.Context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true, Title = testCase.Title }).WaitAsync(cancellationToken);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        var steps = new List<StepResult>();
        var driver = new StepDriver(session, target, locators, new());
        var failure = await StepsAsync(driver, testCase, steps, limit.Token, cancellationToken);
        var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        return new()
        {
            Number = number,
            Passed = failure is null,
            StartedAt = startedAt,
            Milliseconds = milliseconds,
            Steps = steps,
            Failure = failure is { Class: FailureClass.LocatorDrift } ? failure with { PageFacts = await FactsAsync(session) } : failure,
            Console = session.Recorder.Console,
            FailedRequests = session.Recorder.FailedRequests,
            Evidence = await EvidenceAsync(session, failure is not null, traced),
        };
    }

    private async Task<Failure?> StepsAsync(StepDriver driver, TestCase testCase, List<StepResult> steps, CancellationToken limit, CancellationToken stop)
    {
        for (var i = 0; i < testCase.Steps.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            StepOutcome outcome;
            try
            {
                outcome = await driver.PerformAsync(testCase.Steps[i].Action, limit);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                outcome = new(false, FailureClass.Timing, $"The case did not end within {deadline.TotalSeconds:0} s.");
            }

            steps.Add(new(i, outcome.Passed, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            if (!outcome.Passed)
            {
                return new(outcome.Class, i, outcome.Message, outcome.Expected, outcome.Actual, outcome.ElementId);
            }
        }

        return null;
    }

    private async Task<ArtifactRef?> FactsAsync(BrowserSession session)
    {
        try
        {
            var facts = await PageReader.ReadAsync(session.Page, new(SettleMilliseconds: 1_000), CancellationToken.None);
            return await artifacts.PutJsonAsync(ArtifactKinds.PageFacts, facts, CancellationToken.None);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Without a view of the page nothing can be healed; the failure stands as it is.
            return null;
        }
    }

    private async Task<IReadOnlyList<ArtifactRef>> EvidenceAsync(BrowserSession session, bool failed, bool traced)
    {
        var evidence = new List<ArtifactRef>();
        if (failed && await Try(session.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 70, Timeout = 5_000 })) is { } picture)
        {
            evidence.Add(await artifacts.PutAsync(ArtifactKinds.Screenshot, picture, CancellationToken.None));
        }

        if (traced)
        {
            await AddTraceAsync(session, failed, evidence);
        }

        if (Log(session.Recorder.Console.Select(c => $"{c.Level}\t{c.Location}\t{c.Text}")) is { } console)
        {
            evidence.Add(await artifacts.PutAsync(ArtifactKinds.ConsoleLog, console, CancellationToken.None));
        }

        if (Log(session.Recorder.FailedRequests.Select(r => $"{r.Status}\t{r.Method}\t{r.Url}\t{r.Reason}")) is { } network)
        {
            evidence.Add(await artifacts.PutAsync(ArtifactKinds.NetworkLog, network, CancellationToken.None));
        }

        return evidence;
    }

    private async Task AddTraceAsync(BrowserSession session, bool failed, List<ArtifactRef> evidence)
    {
        var path = Path.Combine(Path.GetTempPath(), $"testforge-{Path.GetRandomFileName()}.zip");
        try
        {
            if (await Bounded.TryAsync(session.Context.Tracing.StopAsync(failed ? new() { Path = path } : null), EvidenceLimit) && failed && File.Exists(path))
            {
                evidence.Add(await artifacts.PutAsync(ArtifactKinds.Trace, await File.ReadAllBytesAsync(path), CancellationToken.None));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[]? Log(IEnumerable<string> lines) =>
        string.Join('\n', lines) is { Length: > 0 } text ? Encoding.UTF8.GetBytes(text + "\n") : null;

    private static async Task<byte[]?> Try(Task<byte[]> task) => await Bounded.TryAsync(task, EvidenceLimit) ? await task : null;
}
