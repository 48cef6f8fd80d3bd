using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>Why an attempt failed. Step is the line that failed, with its keyword; null outside the steps.</summary>
internal sealed record ReportFailure(
    FailureClass Class,
    string Message,
    string? Step,
    int StepIndex,
    string? Expected,
    string? Actual,
    string? Element,
    [property: Description("What shows the class, in sentences, the decisive one first.")] IReadOnlyList<string> Evidence);
