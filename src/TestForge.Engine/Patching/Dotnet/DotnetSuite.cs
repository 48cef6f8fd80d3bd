using System.ComponentModel;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source;
using TestForge.Engine.Patching.Source.CSharp;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Dotnet;

/// <summary>Suites in C#, of xUnit, NUnit or MSTest, run by <c>dotnet test</c>.</summary>
internal sealed class DotnetSuite : ISuiteKind
{
    public ISourceReader Source { get; } = new CSharpSource();

    public async Task<SuiteRun> ReadAsync(string results, string project, CancellationToken cancellationToken) =>
        new(null, DotnetTests.Of(await TrxReport.ReadAsync(results, cancellationToken), project, FilesOf(project, cancellationToken), []));

    public async Task RequireAsync(string project, CancellationToken cancellationToken)
    {
        try
        {
            await ChildProcess.RunAsync("dotnet", ["--version"], project, new Dictionary<string, string?>(), _ => { }, cancellationToken);
        }
        catch (Win32Exception e)
        {
            throw new StageException("suite.not_installed", "'dotnet' was not found, with which the suite's tests are built and run. Install the .NET SDK that the suite uses.", retryable: false, e);
        }
    }

    public SuiteCopy Copy(string project)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(project));
        var beside = DotnetProject.FoldersOfReferences(DotnetProject.Below(root)).Where(f => f != root && !f.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        return SuiteCopy.Of(root, [.. beside], DotnetFiles.Made);
    }

    public async Task<SuiteFingerprints> FingerprintsAsync(string project, CancellationToken cancellationToken)
    {
        var files = FilesOf(project, cancellationToken);
        var found = new List<RecordedElement>();
        foreach (var folder in DotnetProject.Below(project).Select(p => Path.GetDirectoryName(p.File)!.Replace('\\', '/')).Distinct())
        {
            // Told from the project's own folder; a page object's project does not hold the tests.
            string Below(string file) => Path.GetRelativePath(project, Path.GetFullPath(Path.Combine(project, folder, file))).Replace('\\', '/');
            var recorded = await SuiteFingerprints.ReadAsync(Path.Combine(project, folder), cancellationToken);
            foreach (var element in recorded.Elements)
            {
                var made = files.Made(new(Below(element.File), element.Line, element.Column, element.Method, element.Locator));
                found.Add(element with { File = made.File, Line = made.Line, Column = made.Column, Tests = [.. element.Tests.Select(Below)] });
            }
        }

        // One locator is recorded at each place that uses it.
        return new([.. found.GroupBy(e => (e.File, e.Line, e.Column, e.Locator, e.Page))
            .Select(g => g.First() with { Tests = [.. g.SelectMany(e => e.Tests).Distinct().Order(StringComparer.Ordinal)] })]);
    }

    public ISuiteRunner Runner(SuiteCopy copy, SuiteRun run, string recorder, string state) => new DotnetTestRunner(copy, recorder, state);

    public static CSharpSuiteFiles FilesOf(string folder, CancellationToken cancellationToken) =>
        CSharpSuiteFiles.Read(folder, DotnetFiles.Below(folder, ".cs"), cancellationToken);
}
