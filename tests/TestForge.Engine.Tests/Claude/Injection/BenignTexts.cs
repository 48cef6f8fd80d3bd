namespace TestForge.Engine.Tests.Claude.Injection;

/// <summary>Text that honest applications show: the sources of the sample application, of the sites of tests and of those that the product is measured on.</summary>
internal static class BenignTexts
{
    private static readonly string[] Places =
    [
        "src/TestForge.Cli/Demo", "tests/suites/shop", "tests/suites/shop-csharp", "bench/quality/detection/apps", "bench/quality/discovery/maze", "bench/crawl",
        "tests/TestForge.TestKit/StateSite.cs", "tests/TestForge.TestKit/ConsentSite.cs", "tests/TestForge.Engine.Tests/Design/ListSite.cs", "tests/TestForge.Engine.Tests/Design/MembersSite.cs",
        "tests/TestForge.Engine.Tests/Design/NotesSite.cs", "tests/TestForge.Engine.Tests/Design/VisualSite.cs",
    ];

    private static readonly string[] Kinds = [".html", ".cs", ".mjs", ".js", ".ts", ".json", ".svg"];

    public static IEnumerable<(string Source, string Text)> All() => Places
        .Select(p => Path.Combine(Root(), p))
        .SelectMany(p => File.Exists(p) ? [p] : Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories) : Array.Empty<string>())
        .Where(f => Kinds.Contains(Path.GetExtension(f)) && !f.Contains("node_modules", StringComparison.Ordinal))
        .Select(f => (Path.GetRelativePath(Root(), f), File.ReadAllText(f)));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
