using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TestForge.Bench.Mutants;
using TestForge.Engine;
using TestForge.Engine.Browser;
using TestForge.Engine.Goals.Live;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Bench.Models;

/// <summary>Counts what is sent to a language model for an application: by question, page and case, a second time, and against what a page weighs itself.</summary>
internal static class ModelBench
{
    private const int CharactersPerToken = 4;

    /// <param name="cli">The command line's assembly.</param>
    /// <param name="url">The application.</param>
    /// <param name="pages">Most pages.</param>
    public static async Task<int> RunAsync(string cli, Uri url, int pages)
    {
        var folder = Directory.CreateTempSubdirectory("testforge-bench-").FullName;
        await using var fake = await FakeClaudeServer.StartAsync();
        fake.When(_ => true, PlainModel.Answer);
        try
        {
            var first = await RunAsync(fake, cli, url, pages, folder, "first");
            var second = await RunAsync(fake, cli, url, pages, folder, "second");
            Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "claude", url, evidence = await WeighAsync(url, pages), first, second }, JsonSerializerOptions.Web));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<object> RunAsync(FakeClaudeServer fake, string cli, Uri url, int pages, string folder, string name)
    {
        var before = fake.Messages.Count();
        var started = new ProcessStartInfo("dotnet", [cli, "run", url.AbsoluteUri, "--out", Path.Combine("testforge-out", name), "--max-pages", $"{pages}", "--quiet"])
        {
            WorkingDirectory = folder,
            Environment = { ["ANTHROPIC_API_KEY"] = FakeClaudeServer.Key, ["ANTHROPIC_BASE_URL"] = fake.Url.AbsoluteUri },
        };
        using var process = Process.Start(started)!;
        await process.WaitForExitAsync();
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "testforge-out", name, "report.json")))!;
        var asked = fake.Messages.Skip(before).Select(m => m.Body).ToArray();
        return new
        {
            pages = report["pages"]!.AsArray().Count,
            casesOfModel = report["cases"]!.AsArray().Count(c => c!["technique"]?.GetValue<string>() == "agent"),
            requests = asked.Length,
            tokensIn = asked.Sum(FakeTokens.Count),
            questions = asked.GroupBy(b => PlainModel.KindOf(b["system"]!.ToJsonString())).ToDictionary(g => g.Key, g => new { requests = g.Count(), tokensIn = g.Sum(FakeTokens.Count) }),
            spending = report["spending"],
        };
    }

    private static async Task<object> WeighAsync(Uri url, int pages)
    {
        var services = new ServiceCollection();
        services.Configure<BrowserOptions>(o => o.Target = url);
        services.AddEngine();
        await using var provider = services.BuildServiceProvider();
        var browsers = provider.GetRequiredService<BrowserHost>();
        await using var session = await BrowserSession.OpenAsync(browsers, new(), CancellationToken.None);
        var options = new LivePageOptions { Target = url };
        var reader = new EvidenceReader(options, new(options), new(options.Variables, session.Variables));
        var (evidence, html, tree, count) = (0L, 0L, 0L, 0);
        foreach (var page in await SitePages.FindAsync(session.Page, url, pages, CancellationToken.None))
        {
            await session.Page.GotoAsync(page, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            evidence += EvidenceText.Of((await reader.ReadAsync(session.Page, CancellationToken.None)).Evidence).Length;
            html += (await session.Page.ContentAsync()).Length;
            tree += (await session.Page.Locator("body").AriaSnapshotAsync()).Length;
            count++;
        }

        count = Math.Max(1, count);
        return new { pages = count, tokens = evidence / count / CharactersPerToken, html = html / count / CharactersPerToken, accessibilityTree = tree / count / CharactersPerToken };
    }
}
