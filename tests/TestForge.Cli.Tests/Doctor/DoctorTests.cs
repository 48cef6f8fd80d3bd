using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using TestForge.Cli.Doctor;
using TestForge.Cli.Tests.Commands;

namespace TestForge.Cli.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_browser_that_is_not_there_is_said_with_how_to_get_one()
    {
        (await _cli.RunAsync("doctor", "--browser-path", "/no/such/browser")).ShouldBe(3);

        _cli.Output.ShouldContain("MISSING  Browser ");
        _cli.Output.ShouldContain("/no/such/browser");
        _cli.Output.ShouldContain("→ apt-get install chromium-headless-shell");
        _cli.Output.ShouldContain("Not ready");
    }

    [Fact]
    public async Task Json_has_every_check()
    {
        await _cli.RunAsync("doctor", "--json", "--browser-path", "/no/such/browser");

        var report = JsonDocument.Parse(_cli.Output).RootElement;
        report.GetProperty("ready").GetBoolean().ShouldBeFalse();
        var checks = report.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("state").GetString());
        checks["Browser"].ShouldBe("missing");
        checks["Write access"].ShouldBe("found");
        checks.Keys.ShouldBe(["Browser", "Browser driver", "Disk space", "Memory", "Write access", "Network", "Node.js", "npm", ".NET SDK", "ffmpeg", "Claude"]);
    }

    [Fact]
    public async Task A_target_is_asked_when_one_is_given()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        (await NetworkChecks.TargetAsync(new($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken)).State.ShouldBe(CheckState.Found);
        listener.Stop();
        (await NetworkChecks.TargetAsync(new($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken)).State.ShouldBe(CheckState.Missing);
    }

    [Fact]
    public async Task A_program_that_fails_is_not_found() =>
        (await ToolOutput.FirstLineAsync("/bin/false", [], TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public void A_folder_that_cannot_be_written_is_said() =>
        MachineChecks.WriteAccess(_cli.In("missing")).State.ShouldBe(CheckState.Missing);
}
