namespace TestForge.Pipeline;

/// <summary>Names of the ways to run cases.</summary>
public static class ExecutionBackends
{
    /// <summary>In this process, one browser, a fresh context for each case.</summary>
    public const string InProcess = "in-process";

    /// <summary>The generated TypeScript under Playwright's own runner.</summary>
    public const string Playwright = "playwright";
}
