namespace TestForge.TestKit.Databases;

/// <summary>What is to be done about a server that is not on this machine.</summary>
public static class Available
{
    /// <summary>In CI a missing server fails; on a laptop the tests that need it are left out, and say so.</summary>
    public static bool Required => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not "false";
}
