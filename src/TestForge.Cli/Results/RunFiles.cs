namespace TestForge.Cli.Results;

/// <summary>The files and folders a person looks for in a run's folder.</summary>
internal static class RunFiles
{
    private static readonly string[] Names =
    [
        "report.html", "report.pdf", "report.json", "junit.xml", "summary.md", "ctrf.json", "report.sarif", "allure-results", "site-map.json", "openapi.json", "test-plan.json", "application.json", "results.json", "heal.json", "heal.patch",
        "features", "scripts/typescript", "scripts/csharp", "scripts/gherkin-typescript", "scripts/gherkin-csharp", "evidence",
    ];

    /// <summary>Full paths of those that are there, by name.</summary>
    public static IReadOnlyDictionary<string, string> In(string folder) => Names
        .Select(name => (Name: name, Path: Path.Combine(folder, name)))
        .Where(f => Path.Exists(f.Path))
        .ToDictionary(f => f.Name, f => f.Path);
}
