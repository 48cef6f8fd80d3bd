using TestForge.Pipeline;

namespace TestForge.Cli;

/// <summary>What the process says when it ends. Scripts depend on these numbers.</summary>
internal static class ExitCodes
{
    public const int Passed = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Environment = 3;
    public const int Interrupted = 130;

    /// <summary>Areas of error codes that the person at the keyboard can put right.</summary>
    private static readonly string[] UsageAreas = ["usage", "config", "login", "resume", "output", "artifact", "stage", "session", "plan", "step", "select", "quarantine", "merge", "gate", "baseline", "heal", "vision", "suite"];

    public static int For(StageException error) =>
        error.Code.Split('.') is [var area, not "timeout"] && UsageAreas.Contains(area) ? Usage : Environment;
}
