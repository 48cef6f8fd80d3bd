using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace TestForge.Cli.Tests;

/// <summary>The built program as its users start it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mistake_goes_to_the_error_stream_and_ends_with_2()
    {
        var (exit, output, error) = await RunAsync("run", "a.example", "--max-page", "3");

        exit.ShouldBe(2);
        output.ShouldBe("");
        error.ShouldStartWith("error usage.unknown_option: ");
    }

    [Fact]
    public async Task A_missing_browser_ends_with_3()
    {
        var (exit, output, error) = await RunAsync("run", "127.0.0.1:9", "--browser-path", "/no/such/browser", "--json");

        exit.ShouldBe(3);
        error.ShouldStartWith("error browser.not_found: ");
        var last = JsonDocument.Parse(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
        last.GetProperty("error").GetProperty("code").GetString().ShouldBe("browser.not_found");
    }

    [Fact]
    public async Task The_doctor_finds_the_driver()
    {
        var (_, output, _) = await RunAsync("doctor", "--json");

        JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray()
            .Single(c => c.GetProperty("name").GetString() == "Browser driver").GetProperty("state").GetString().ShouldBe("found");
    }

    [Fact]
    public async Task Ctrl_c_ends_a_crawl_of_a_silent_server_within_three_seconds()
    {
        Assert.SkipWhen(Engine.Browser.BrowserFinder.TryFind(new()) is null, "no Chromium");
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var process = Start("discover", $"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}", "--out", "o");
        try
        {
            // Once the browser has connected, the crawl waits for an answer that never comes.
            using var client = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var since = Stopwatch.GetTimestamp();
            using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(130);
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(20), "it hangs: a quiet machine needs one second");
            (await error).ShouldContain("Stopping");
            (await output + await error).ShouldContain("Kept");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task The_sample_application_is_served_until_the_process_is_asked_to_stop()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals");
        using var process = Start("demo", "--serve");
        try
        {
            var url = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var http = new HttpClient();
            (await http.GetStringAsync(url, TestContext.Current.CancellationToken)).ShouldContain("Larkmoor");

            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(0);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    private Process Start(params string[] arguments) => Process.Start(
        // A runner in the background passes on that Ctrl-C is to be ignored; a user's shell does not.
        new ProcessStartInfo("env", [.. OperatingSystem.IsLinux() ? ["--default-signal=INT"] : Array.Empty<string>(), "dotnet", typeof(CliApp).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
