using System.Text.RegularExpressions;
using TestForge.Pipeline;
using TestForge.Platform.Api;

namespace TestForge.Platform.Projects;

/// <summary>What is asked of an environment's values, beyond their length.</summary>
internal static partial class EnvironmentFields
{
    public const int MostVariables = 100;
    public const int LongestValue = 4_000;

    /// <summary>Why an environment cannot be so, or null.</summary>
    public static async Task<ApiProblem?> WhyNotAsync(string baseUrl, IReadOnlyDictionary<string, string>? variables, LoginSpec? login, TargetGate gate, CancellationToken cancellationToken)
    {
        if (TargetGate.WhyNoTarget(baseUrl) is { } why)
        {
            return ApiErrors.Invalid("baseUrl", why);
        }

        if (variables is { Count: > MostVariables })
        {
            return ApiErrors.Invalid("variables", $"There may be {MostVariables} at most.");
        }

        if (variables?.Keys.FirstOrDefault(k => !VariableName().IsMatch(k)) is not null)
        {
            return ApiErrors.Invalid("variables", "A name begins with a letter and has letters, digits and _ only, 64 at most.");
        }

        if (variables?.Values.Any(v => v is null or { Length: > LongestValue }) == true)
        {
            return ApiErrors.Invalid("variables", $"A value may have {LongestValue} characters at most.");
        }

        if (login is not null && LoginRules.WhyNot(login) is { } wrong)
        {
            return ApiErrors.Invalid("login", wrong);
        }

        return await gate.RefusalOfAsync(new(baseUrl), cancellationToken) is { } refusal ? ProjectErrors.TargetRefused(refusal) : null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}$")]
    internal static partial Regex VariableName();
}
