using System.Diagnostics;
using System.Text.Json;
using TestForge.Cli.Tests.EndToEnd;
using TestForge.Pipeline;
using TestForge.TestKit;
using TestForge.TestKit.Agents;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Cli.Tests.Claude;

/// <summary>A design with the language model whose process is killed between two answers.</summary>
public sealed class KilledDesignTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Leaves_nothing_half_written_and_pays_for_no_answer_twice()
    {
        await using var fake = await FakeClaudeServer.StartAsync();
        var (held, reached) = (true, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        fake.When(b => held && b.Contains("You write the requirements", StringComparison.Ordinal) && reached.TrySetResult() | true, _ => new() { Delay = TimeSpan.FromMinutes(20) });
        fake.When(_ => true, new ScriptedAgents(Idea.Book("Fifteen days are refused", "15", "refuses")).Answer);
        await using var site = await SiteHost.StartAsync(new ToolLibrary().Map);
        using var cli = new RealCli();
        (await cli.RunAsync("discover", site.Url.AbsoluteUri, "--out", "o")).ShouldBe(0, cli.Error);

        using (var process = Start(cli, fake, "design", "--out", "o", "--max-tests", "5"))
        {
            await Task.WhenAny(reached.Task, process.WaitForExitAsync(Token));
            process.HasExited.ShouldBeFalse("It is to be killed while an answer is outstanding.");
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        foreach (var file in Directory.EnumerateFiles(cli.In(), "*.json", SearchOption.AllDirectories))
        {
            Should.NotThrow(() => JsonDocument.Parse(File.ReadAllText(file)), file);
        }

        File.Exists(cli.In("o", "test-plan.json")).ShouldBeFalse();
        File.Exists(cli.In("o", "application.json")).ShouldBeFalse();
        var paid = fake.Messages.Select(m => m.Text).Where(t => !t.Contains("You write the requirements", StringComparison.Ordinal)).ToArray();
        paid.Length.ShouldBeGreaterThan(2);

        held = false;
        var before = fake.Messages.Count();
        (cli.Variables["ANTHROPIC_API_KEY"], cli.Variables["ANTHROPIC_BASE_URL"]) = (FakeClaudeServer.Key, fake.Url.AbsoluteUri);
        (await cli.RunAsync("design", "--out", "o", "--max-tests", "5")).ShouldBe(0, cli.Output + cli.Error);

        JsonSerializer.Deserialize<ApplicationModel>(File.ReadAllText(cli.In("o", "application.json")), ArtifactJson.Indented)!.Domain.ShouldBe("Lending");
        fake.Messages.Skip(before).Select(m => m.Text).Intersect(paid).ShouldBeEmpty();
    }

    private static Process Start(RealCli cli, FakeClaudeServer fake, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "testforge.dll"), .. arguments])
        {
            WorkingDirectory = cli.In(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["ANTHROPIC_API_KEY"], start.Environment["ANTHROPIC_BASE_URL"]) = (FakeClaudeServer.Key, fake.Url.AbsoluteUri);
        return Process.Start(start)!;
    }
}
