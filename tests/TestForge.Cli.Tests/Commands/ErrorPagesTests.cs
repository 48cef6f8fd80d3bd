using System.Text.RegularExpressions;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Commands;

public sealed partial class ErrorPagesTests
{
    /// <summary>Literals of the same shape that are file or host names.</summary>
    private static readonly string[] NoCodes = ["html", "json", "jsonl", "pdf", "xml", "css", "js", "hbs", "png", "jpg", "zip", "log", "exe", "cmd", "com", "example", "feature", "ts", "cs", "md", "txt", "net", "app", "dev", "sid", "net_sessionid", "sarif", "properties", "diff", "name", "patch", "trx", "key"];

    private static readonly string[] Timeouts =
    [
        .. new[] { Stages.Discover.Name, Stages.Design.Name, Stages.Script.Name, Stages.Execute.Name, Stages.Heal.Name, Stages.HealSuite.Name, Stages.Report.Name }.Select(name => $"{name}.timeout"),
    ];

    [Fact]
    public void Every_code_has_a_page()
    {
        var codes = Codes();

        codes.Count.ShouldBeGreaterThan(30);
        codes.Except(Pages()).ShouldBeEmpty("these codes need a page in docs/errors");
    }

    [Fact]
    public void The_overview_lists_every_page()
    {
        var overview = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "errors", "README.md"));

        Pages().Where(page => !overview.Contains($"({page}.md)", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static HashSet<string> Codes() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "EventKinds.cs") // Events have names of the same shape.
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Where(code => !NoCodes.Contains(code.Split('.')[1]) && KnownSettings.All.All(s => s.Key != code)),
        .. Timeouts,
    ];

    private static string[] Pages() =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "docs", "errors"), "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(n => n != "README")];

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("""
        (?<!PromptName = |Prompt = |PromptName => |SecretPurpose = )"([a-z]{3,}\.[a-z_]{3,})"
        """)]
    private static partial Regex Code();
}
