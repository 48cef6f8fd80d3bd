using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source;
using TestForge.Engine.Patching.Source.TypeScript;

namespace TestForge.Engine.Patching.PlaywrightTest;

/// <summary>Suites in TypeScript and JavaScript, run by Playwright Test.</summary>
internal sealed class PlaywrightTestSuite : ISuiteKind
{
    public ISourceReader Source { get; } = new TypeScriptSource();

    public Task<SuiteRun> ReadAsync(string results, string project, CancellationToken cancellationToken) => PlaywrightReport.ReadAsync(results, project, cancellationToken);

    public async Task RequireAsync(string project, CancellationToken cancellationToken)
    {
        await NodeModules.RequireNodeAsync(cancellationToken);
        PlaywrightTestRunner.ProgramOf(project);
    }

    public SuiteCopy Copy(string project) => SuiteCopy.Of(project, [], []);

    public Task<SuiteFingerprints> FingerprintsAsync(string project, CancellationToken cancellationToken) => SuiteFingerprints.ReadAsync(project, cancellationToken);

    public ISuiteRunner Runner(SuiteCopy copy, SuiteRun run, string recorder, string state) => new PlaywrightTestRunner(copy, run.Config, recorder, state);
}
