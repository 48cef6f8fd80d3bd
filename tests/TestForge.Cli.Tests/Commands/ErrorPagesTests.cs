using System.Text.RegularExpressions;

namespace TestForge.Cli.Tests.Commands;

public sealed partial class ErrorPagesTests
{
    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        var root = RepositoryRoot();
        var codes = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .ToHashSet();
        var pages = Directory.EnumerateFiles(Path.Combine(root, "docs", "errors"), "*.md").Select(Path.GetFileNameWithoutExtension).Where(n => n != "README").ToHashSet();

        codes.Count.ShouldBeGreaterThan(20);
        codes.Where(c => !pages.Contains(c)).ShouldBeEmpty("these codes need a page in docs/errors");
        pages.Where(p => !codes.Contains(p!)).ShouldBeEmpty("these pages are of no code");
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    /// <summary>Every code is written once as a literal, as the first argument of what reports it.</summary>
    [GeneratedRegex("""(?:StageException|RunWarning|Error|Wrong|Errors\.Write)\(\s*(?:environment\.Error,\s*)?"([a-z]+\.[a-z_]+)"|new\(\s*"([a-z]+\.[a-z_]+)",\s*\$?"|Errors\.Write\([^"]*"([a-z]+\.[a-z_]+)"|WriteError\([^"]*"([a-z]+\.[a-z_]+)""")]
    private static partial Regex Code();
}
