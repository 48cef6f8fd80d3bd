using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>
/// What <c>${env:NAME}</c> stands for in a run, so that secrets are in no file. On a person's own machine that are the environment variables
/// of the process. A process that runs for others gives each run what it may know: its own variables are the operator's.
/// </summary>
/// <param name="read">Gives a variable's value, or null when there is none of this name.</param>
public sealed partial class RunVariables(Func<string, string?> read)
{
    /// <summary>The environment variables of this process.</summary>
    public static RunVariables OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>The variables a value refers to.</summary>
    internal static IEnumerable<string> NamesIn(string value) => Reference().Matches(value).Select(m => m.Groups[1].Value);

    internal string Resolve(string value) => Reference().Replace(value, match => Read(match.Groups[1].Value));

    /// <summary>Throws <c>step.variable_missing</c> when the variable is not set.</summary>
    internal string Read(string name) => read(name) ?? throw new StageException(
        "step.variable_missing",
        $"The environment variable {name} is not set. A value of the test uses it; set it before the run.",
        retryable: false);

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
