using TestForge.Engine.Browser;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Dotnet;

/// <summary>Runs tests with <c>dotnet test</c>. The driver of Playwright for .NET, a Node.js process, loads the recorder.</summary>
internal sealed class DotnetTestRunner(SuiteCopy copy, string recorder, string state) : ISuiteRunner
{
    private const int KeptLines = 30;
    private int _runs;

    public async Task<IReadOnlyList<SuiteTest>> RunAsync(IReadOnlyCollection<SuiteTest> tests, CancellationToken cancellationToken)
    {
        var ran = new List<SuiteTest>();
        foreach (var project in tests.GroupBy(t => t.Project))
        {
            ran.AddRange(await RunAsync(DotnetTarget.Parse(project.Key), [.. project], cancellationToken));
        }

        return ran;
    }

    private async Task<IReadOnlyList<SuiteTest>> RunAsync(DotnetTarget target, SuiteTest[] tests, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(state, $"run-{++_runs}");
        var (report, failures) = (Path.Combine(folder, "results.trx"), Path.Combine(folder, "failures.jsonl"));
        Directory.CreateDirectory(folder);
        var last = new Queue<string>();
        var exit = await ChildProcess.RunAsync("dotnet", Arguments(target, tests, folder), copy.Folder, Environment(failures), Hear, cancellationToken);
        var results = File.Exists(report) ? await TrxReport.ReadAsync(report, cancellationToken) : [];
        if (exit != 0 && results.Count == 0)
        {
            throw new StageException(
                "suite.run_failed",
                $"The failed tests could not be run again: {PageText.Clean(TerminalColours.Removed(string.Join(' ', last)), 800)} Check that `dotnet test {target.Project} --logger trx` runs in {copy.Original}.",
                retryable: false);
        }

        var seen = File.Exists(failures) ? await File.ReadAllLinesAsync(failures, cancellationToken) : [];
        return DotnetTests.Of(
            results,
            copy.Folder,
            DotnetSuite.FilesOf(copy.Folder, cancellationToken),
            [.. seen.Select(s => RecordedFailure.Read(System.Text.Encoding.UTF8.GetBytes(s))).OfType<RecordedFailure>()]);

        void Hear(string line)
        {
            last.Enqueue(line);
            if (last.Count > KeptLines)
            {
                last.Dequeue();
            }
        }
    }

    private IEnumerable<string> Arguments(DotnetTarget target, SuiteTest[] tests, string folder) =>
    [
        "test",
        Path.Combine(copy.Folder, target.Project),

        // Not for equality: NUnit has the arguments in a test's name, and its adapter cannot read an escaped bracket.
        "--filter", string.Join('|', tests.Select(t => $"FullyQualifiedName~{t.Method}").Distinct()),
        "--logger", "trx;LogFileName=results.trx",
        "--results-directory", folder,
        .. target.Framework is { } framework ? ["--framework", framework] : Array.Empty<string>(),
        .. Settings(target) is { } settings ? ["--settings", settings] : Array.Empty<string>(),
    ];

    /// <summary>The only file of settings beside the project or in the suite's folder; a project may also name its own.</summary>
    private string? Settings(DotnetTarget target) =>
        new[] { Path.GetDirectoryName(Path.Combine(copy.Folder, target.Project))!, copy.Folder }
            .Select(f => Directory.GetFiles(f, "*.runsettings"))
            .FirstOrDefault(f => f.Length > 0) is [var only] ? only : null;

    private Dictionary<string, string?> Environment(string failures) => new()
    {
        ["NODE_OPTIONS"] = RecorderFolder.NodeOptions(recorder),
        ["TESTFORGE_SUITE"] = copy.Folder,
        ["TESTFORGE_FAILURES"] = failures,
        [BrowserFinder.Variable] = System.Environment.GetEnvironmentVariable(BrowserFinder.Variable) ?? BrowserFinder.TryFind(new()),
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",

        // A build server that stays would hold the copy's files.
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };
}
