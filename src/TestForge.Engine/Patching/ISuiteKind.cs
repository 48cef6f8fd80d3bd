using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source;

namespace TestForge.Engine.Patching;

/// <summary>What is particular to suites of one language and runner.</summary>
internal interface ISuiteKind
{
    ISourceReader Source { get; }

    /// <summary>Reads what a run has left.</summary>
    Task<SuiteRun> ReadAsync(string results, string project, CancellationToken cancellationToken);

    /// <summary>Throws when the suite cannot be run on this machine.</summary>
    Task RequireAsync(string project, CancellationToken cancellationToken);

    SuiteCopy Copy(string project);

    Task<SuiteFingerprints> FingerprintsAsync(string project, CancellationToken cancellationToken);

    /// <param name="copy">Where it runs.</param>
    /// <param name="run">What the first report told.</param>
    /// <param name="recorder">The file that Node.js is told to load first.</param>
    /// <param name="state">A folder for what runs leave.</param>
    ISuiteRunner Runner(SuiteCopy copy, SuiteRun run, string recorder, string state);
}
