namespace TestForge.Engine.Reporting.Model;

internal enum StepOutcome
{
    NotReached,
    Passed,
    Failed,
}
