using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Runs the generated TypeScript with Playwright's own runner.</summary>
internal sealed class PlaywrightTestBackend(
    DriftReplay replay,
    BrowserHost host,
    IArtifactStore artifacts,
    IRunEvents events,
    IOptions<BrowserOptions> browser,
    IOptions<ExecutionOptions> options) : IExecutionBackend
{
    private const string Reporter = "testforge-reporter.js";
    private const string Config = "testforge.config.ts";
    private const int KeptLines = 30;

    public string Name => ExecutionBackends.Playwright;

    public async Task<RunResults> RunAsync(TestPlan plan, ExecuteInput input, CancellationToken cancellationToken)
    {
        var tally = new CaseTally(plan.Cases.Where(c => input.CaseIds.Contains(c.Id)));
        var interrupted = false;
        try
        {
            var project = await ProjectAsync(input, cancellationToken);
            var files = project.Files;
            await NodeModules.RequireNodeAsync(cancellationToken);
            var modules = await NodeModules.OfUser().EnsureAsync(files["package.json"], cancellationToken);
            using var work = await WorkFolder.CreateAsync(modules, files, cancellationToken);
            await work.AddAsync(project.Pictures, artifacts, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(work.Path, Reporter), EmbeddedText.Read("Execution/PlaywrightBackend/line-reporter.js"), cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(work.Path, Config), EmbeddedText.Read("Execution/PlaywrightBackend/guarded-config.ts"), cancellationToken);
            await RunAsync(work.Path, modules, files, input, tally, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What finished is kept; the rest is told as not run.
            interrupted = true;
        }

        var results = tally.Results();
        return new()
        {
            Backend = Name,
            Browser = "Chromium",
            Cases = interrupted ? results : await replay.WithPagesAsync(plan, input, results, cancellationToken),
            Interrupted = interrupted,
        };
    }

    private async Task<ScriptProject> ProjectAsync(ExecuteInput input, CancellationToken cancellationToken)
    {
        var reference = input.Scripts ?? throw new StageException(
            "execute.scripts_missing",
            "The playwright backend runs the TypeScript project, and there is none. Run the script stage with --script typescript or both first.",
            retryable: false);
        var project = await artifacts.GetJsonAsync<ScriptProject>(reference, cancellationToken);
        return project.Files.ContainsKey("package.json")
            ? project
            : throw new StageException("script.package_missing", "The script project has no package.json. Make the scripts again.", retryable: false);
    }

    private async Task RunAsync(
        string folder, string modules, IReadOnlyDictionary<string, string> files, ExecuteInput input, CaseTally tally, CancellationToken cancellationToken)
    {
        var attempts = Channel.CreateUnbounded<ReportedAttempt>();
        var other = new Queue<string>();
        var reading = ReadAsync(attempts.Reader, input, tally);
        try
        {
            var guard = await host.GuardAsync(cancellationToken);
            await ChildProcess.RunAsync("node", ArgumentsFor(folder, modules, files, input), folder, EnvironmentFor(input, guard), Hear, cancellationToken);
        }
        finally
        {
            attempts.Writer.Complete();
            await reading;
        }

        if (await reading == 0)
        {
            throw new StageException(
                "execute.runner_failed",
                $"Playwright ran no test: {PageText.Clean(string.Join(' ', other), 800)} Run `npx playwright test` in the scripts folder to see it all, or use --backend in-process.",
                retryable: false);
        }

        void Hear(string line)
        {
            var reported = ReportLine.TryRead(line);
            if (reported is { Kind: "attempt" })
            {
                attempts.Writer.TryWrite(reported);
                return;
            }

            other.Enqueue(reported?.Message ?? line);
            if (other.Count > KeptLines)
            {
                other.Dequeue();
            }
        }
    }

    /// <summary>Returns how many attempts there were.</summary>
    private async Task<int> ReadAsync(ChannelReader<ReportedAttempt> attempts, ExecuteInput input, CaseTally tally)
    {
        var count = 0;
        var reader = new AttemptReader(artifacts);
        await foreach (var reported in attempts.ReadAllAsync(CancellationToken.None))
        {
            count++;
            if (reported.Status is "interrupted" or "skipped" || tally.Find(reported.CaseId) is not { } testCase)
            {
                continue;
            }

            var patched = input.Patches.Select(p => p.ElementId).Where(id => testCase.Steps.Any(s => s.Action.Element == id)).ToArray();
            if (tally.Add(testCase.Id, await reader.ReadAsync(testCase, reported, patched), reported.Last) is { } result && !input.Trial)
            {
                events.Publish(new RunEvent.CaseFinished(
                    testCase.Id, testCase.Title, result.Verdict, result.Attempts.Sum(a => a.Milliseconds), result.Attempts[^1].Failure?.Message));
            }
        }

        return count;
    }

    private IEnumerable<string> ArgumentsFor(string folder, string modules, IReadOnlyDictionary<string, string> files, ExecuteInput input) =>
    [
        // What npx would start, without a shell and a process between: ending the run must end all of it.
        Path.Combine(modules, "node_modules", "@playwright", "test", "cli.js"),
        "test",
        $"--config={Path.Combine(folder, Config)}",
        $"--reporter={Path.Combine(folder, Reporter)}",
        string.Create(CultureInfo.InvariantCulture, $"--workers={options.Value.EffectiveWorkers}"),
        "--retries=1",
        .. input.FailuresLeft is { } left ? [string.Create(CultureInfo.InvariantCulture, $"--max-failures={left}")] : Array.Empty<string>(),
        .. browser.Value.Headed ? ["--headed"] : Array.Empty<string>(),
        .. CaseLines.Of(files, [.. input.CaseIds]),
    ];

    private Dictionary<string, string?> EnvironmentFor(ExecuteInput input, Proxy guard) => new()
    {
        [BrowserFinder.Variable] = BrowserFinder.Find(browser.Value),
        ["TESTFORGE_STORAGE_STATE"] = input.Session is { Login: null, StorageStatePath: { } path } ? Path.GetFullPath(path) : null,
        ["TESTFORGE_GUARD"] = guard.Server,
        ["TESTFORGE_GUARD_BYPASS"] = guard.Bypass,
        ["TESTFORGE_VIEWPORT"] = string.Create(CultureInfo.InvariantCulture, $"{options.Value.ViewportWidth}x{options.Value.ViewportHeight}"),
        ["FORCE_COLOR"] = "0",

        // The plan's own target is tested, whatever the user's shell has set for other projects.
        ["BASE_URL"] = null,
        ["CI"] = null,
        ["NODE_OPTIONS"] = null,
    };
}
