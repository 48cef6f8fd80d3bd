using TestForge.Engine.Patching.Recording;

namespace TestForge.Engine.Patching.Reports;

/// <summary>How one test of a suite ended in one project of its configuration.</summary>
internal sealed record SuiteTest
{
    /// <summary>Titles from the outermost group in.</summary>
    public required string Title { get; init; }

    /// <summary>Below the suite's folder, with forward slashes.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    public string Project { get; init; } = "";

    public bool Failed { get; init; }

    public bool Passed { get; init; }

    /// <summary>What the runner said of the last attempt.</summary>
    public string Message { get; init; } = "";

    /// <summary>The line that the runner names, when it is in the test's own file; 0 otherwise.</summary>
    public int FailedLine { get; init; }

    /// <summary>What the recorder saw of uses of locators that failed, in order.</summary>
    public IReadOnlyList<RecordedFailure> Recorded { get; init; } = [];

    /// <summary>The method that the test is, in languages where it is one, with its class and namespace; empty elsewhere.</summary>
    public string Method { get; init; } = "";

    /// <summary>The name by which uses of a locator are told: all runs of a method with different data are one.</summary>
    public string Use => $"{File} › {(Method.Length > 0 ? Method[(Method.LastIndexOf('.') + 1)..] : Title)}";

    public bool Is(SuiteTest other) => (File, Title, Project) == (other.File, other.Title, other.Project);
}
