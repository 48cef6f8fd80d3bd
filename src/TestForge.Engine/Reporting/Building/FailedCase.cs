using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>A case that failed, with the attempt that decided it and where it stood then.</summary>
internal sealed record FailedCase(ReportCase Case, TestCase? Planned, Attempt Attempt, Failure Failure, string Page, string Element)
{
    /// <summary>The check or action that failed, by its kind; empty outside the steps.</summary>
    public string Action => Failure.StepIndex >= 0 && Failure.StepIndex < Planned?.Steps.Count ? Planned.Steps[Failure.StepIndex].Action.GetType().Name : "";
}
