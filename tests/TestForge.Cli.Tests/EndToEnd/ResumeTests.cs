using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using HttpResults = Microsoft.AspNetCore.Http.Results;
using TestForge.TestKit;

namespace TestForge.Cli.Tests.EndToEnd;

/// <summary>A run whose process was killed goes on where it was, and leaves no browser behind.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task A_killed_run_goes_on_without_repeating_finished_stages()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        var visits = 0;
        await using var site = await SiteHost.StartAsync(app => app.MapGet("/", () =>
        {
            Interlocked.Increment(ref visits);
            return HttpResults.Content("<!doctype html><html lang=en><title>Home</title><main><h1>Home</h1><p>Welcome back.</p></main>", "text/html");
        }));
        using var cli = new RealCli();
        int[] browsers;
        using (var process = Start(cli, "run", site.Url.AbsoluteUri, "--out", cli.In("o"), "--json"))
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("\"stage-started\",\"stage\":\"design\"", StringComparison.Ordinal))
            {
            }

            browsers = Descendants(process.Id);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var exit = await cli.RunAsync("run", "--resume", cli.In("o"), "--json");

        exit.ShouldBe(0, cli.Output + cli.Error);
        cli.Output.Split('\n').ShouldContain(l => l.Contains("stage-started", StringComparison.Ordinal) && l.Contains("discover", StringComparison.Ordinal) && l.Contains("\"reused\":true", StringComparison.Ordinal));
        browsers.ShouldNotBeEmpty();
        for (var wait = 0; browsers.Any(IsAlive) && wait < 100; wait++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        browsers.Where(IsAlive).ShouldBeEmpty();
    }

    private static Process Start(RealCli cli, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = cli.In() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "testforge.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static int[] Descendants(int root)
    {
        var parents = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => (Id: int.Parse(n!, System.Globalization.CultureInfo.InvariantCulture), Parent: ParentOf(n!))).ToArray();
        var found = new HashSet<int> { root };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (id, parent) in parents)
            {
                grown |= found.Contains(parent) && found.Add(id);
            }
        }

        found.Remove(root);
        return [.. found];
    }

    private static int ParentOf(string pid) => Stat(pid) is { Length: > 1 } fields ? int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture) : 0;

    // A killed process may stay as a zombie until somebody reaps it; that is not alive.
    private static bool IsAlive(int pid) => Stat(pid.ToString(System.Globalization.CultureInfo.InvariantCulture)) is [not "Z", ..];

    private static string[] Stat(string pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
