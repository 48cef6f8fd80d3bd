using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>A failed test on its way to an outcome.</summary>
internal sealed class HealedTest(SuiteTest test)
{
    public SuiteTest Test { get; } = test;

    /// <summary>The failure to decide about next; null when it is to be run again.</summary>
    public RecordedFailure? Evidence { get; set; } = SuiteTriage.Decisive(test);

    public List<PatchDraft> Patches { get; } = [];

    public SuiteOutcome? Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    public bool IsOpen => Outcome is null;

    public void End(SuiteOutcome outcome, string reason) => (Outcome, Reason) = (outcome, reason);

    public SuiteFailure Result() => new(Test.Title, Test.File, Test.Line, Test.Project, Outcome ?? SuiteOutcome.NotRun, Reason);
}
