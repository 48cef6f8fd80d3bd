using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.PlaywrightTest;

/// <summary>Runs tests with the suite's own Playwright Test.</summary>
internal sealed class PlaywrightTestRunner(SuiteCopy copy, string? config, string recorder, string state) : ISuiteRunner
{
    private const int KeptLines = 30;
    private int _runs;

    public async Task<IReadOnlyList<SuiteTest>> RunAsync(IReadOnlyCollection<SuiteTest> tests, CancellationToken cancellationToken)
    {
        var report = Path.Combine(state, $"report-{++_runs}.json");
        var last = new Queue<string>();
        await ChildProcess.RunAsync("node", Arguments(tests), copy.Folder, Environment(report), Hear, cancellationToken);
        if (!File.Exists(report))
        {
            throw new StageException(
                "suite.run_failed",
                $"The failed tests could not be run again: {PageText.Clean(TerminalColours.Removed(string.Join(' ', last)), 800)} Check that `npx playwright test` runs in {copy.Original}.",
                retryable: false);
        }

        return (await PlaywrightReport.ReadAsync(report, copy.Folder, cancellationToken)).Tests;

        void Hear(string line)
        {
            last.Enqueue(line);
            if (last.Count > KeptLines)
            {
                last.Dequeue();
            }
        }
    }

    /// <summary>The runner that the suite itself has.</summary>
    public static string ProgramOf(string project)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(project)); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "node_modules", "@playwright", "test", "cli.js");
            if (File.Exists(program))
            {
                return program;
            }
        }

        throw new StageException("suite.not_installed", $"'{project}' has no @playwright/test installed. Run `npm install` there first.", retryable: false);
    }

    private IEnumerable<string> Arguments(IReadOnlyCollection<SuiteTest> tests) =>
    [
        ProgramOf(copy.Original),
        "test",
        .. config is null ? Array.Empty<string>() : ["--config", Path.Combine(copy.Folder, config)],
        "--reporter=json",
        "--retries=0",
        "--output", Path.Combine(state, "output"),
        .. tests.Select(t => t.Project).Where(p => p.Length > 0).Distinct().Select(p => $"--project={p}"),

        // The runner takes a path for a pattern.
        .. tests.Select(t => $"{Regex.Escape($"/{t.File}")}:{copy.File(t.File)?.LineNow(t.Line) ?? t.Line}").Distinct(),
    ];

    private Dictionary<string, string?> Environment(string report) => new()
    {
        // Of the two names that the file has had, each version of Playwright knows one.
        ["PLAYWRIGHT_JSON_OUTPUT_FILE"] = report,
        ["PLAYWRIGHT_JSON_OUTPUT_NAME"] = report,
        ["NODE_OPTIONS"] = RecorderFolder.NodeOptions(recorder),
        [BrowserFinder.Variable] = System.Environment.GetEnvironmentVariable(BrowserFinder.Variable) ?? BrowserFinder.TryFind(new()),
        ["FORCE_COLOR"] = "0",
    };
}
