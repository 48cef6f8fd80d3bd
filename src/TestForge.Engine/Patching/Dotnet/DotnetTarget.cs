using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Dotnet;

/// <summary>Which project holds a test, and for which framework it was built.</summary>
/// <param name="Project">The project file below the suite's folder.</param>
/// <param name="Framework">Such as <c>net8.0</c>; null when the project has one alone.</param>
internal sealed partial record DotnetTarget(string Project, string? Framework)
{
    /// <summary>Told from where the assembly was that held the test.</summary>
    public static DotnetTarget Of(string assembly, IReadOnlyList<DotnetProject> projects, string folder)
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        var project = projects.Where(p => string.Equals(p.Assembly, name, StringComparison.OrdinalIgnoreCase)).ToArray() switch
        {
            [var only] => only,
            [] when projects is [var only] => only,
            [] => throw new StageException("suite.project_unknown", $"No project below '{folder}' builds '{Path.GetFileName(assembly)}', whose tests the report tells of. Name the folder of the project or of its solution with --project.", retryable: false),
            var several => throw new StageException("suite.project_unknown", $"{string.Join(" and ", several.Select(p => $"'{p.File}'"))} build '{Path.GetFileName(assembly)}'. Name the folder of the one with the tests with --project.", retryable: false),
        };
        return new(project.File, project.HasFrameworks && FrameworkIn().Match(assembly) is { Success: true } match ? match.Groups[1].Value : null);
    }

    public override string ToString() => Framework is null ? Project : $"{Project} ({Framework})";

    public static DotnetTarget Parse(string text) =>
        text.EndsWith(')') && text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? new(text[..at], text[(at + 2)..^1]) : new(text, null);

    [GeneratedRegex(@"[/_](net(?:coreapp|standard)?\d[\w.]*(?:-[\w.]+)?)/")]
    private static partial Regex FrameworkIn();
}
