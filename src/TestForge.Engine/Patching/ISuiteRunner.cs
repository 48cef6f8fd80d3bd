using TestForge.Engine.Patching.Reports;

namespace TestForge.Engine.Patching;

/// <summary>Runs tests of a suite's copy with what the suite itself runs them with, and with the recorder.</summary>
internal interface ISuiteRunner
{
    /// <summary>Runs some tests once, without retries. Tests that did not run are not in the answer.</summary>
    Task<IReadOnlyList<SuiteTest>> RunAsync(IReadOnlyCollection<SuiteTest> tests, CancellationToken cancellationToken);
}
