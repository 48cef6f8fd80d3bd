using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Puts environment variables where a value says <c>${env:NAME}</c>, so that secrets are in no file.</summary>
internal static partial class EnvironmentValues
{
    public static string Resolve(string value) => Reference().Replace(value, match => Read(match.Groups[1].Value));

    /// <summary>The variables a value refers to.</summary>
    public static IEnumerable<string> NamesIn(string value) => Reference().Matches(value).Select(m => m.Groups[1].Value);

    /// <summary>Throws <c>step.variable_missing</c> when the variable is not set.</summary>
    public static string Read(string name) => Environment.GetEnvironmentVariable(name) ?? throw new StageException(
        "step.variable_missing",
        $"The environment variable {name} is not set. A value of the test uses it; set it before the run.",
        retryable: false);

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
