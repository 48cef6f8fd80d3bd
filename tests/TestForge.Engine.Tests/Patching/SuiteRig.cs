using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Patching.Recording;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching;

/// <summary>The suite of the shop in a folder of its own, with the real runner; the shop is as it was, or as it is after people have worked on it.</summary>
internal sealed class SuiteRig : IDisposable, IRunEvents
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-suite-rig-").FullName;
    private readonly Dictionary<string, string?> _environment;

    private SuiteRig()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        _environment = new()
        {
            [BrowserFinder.Variable] = BrowserFinder.Find(new()),
            ["SHOP_PORT"] = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["FORCE_COLOR"] = "0",
        };
    }

    public string Suite => Path.Combine(_folder, "e2e");

    public static async Task<SuiteRig> StartAsync(string name = "shop")
    {
        var rig = new SuiteRig();
        var sources = Path.Combine(RepositoryRoot(), "tests", "suites", name);
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)))
        {
            var target = Path.Combine(rig.Suite, Path.GetRelativePath(sources, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (name != "shop")
        {
            rig._environment["SHOP_SERVER"] = Path.Combine(RepositoryRoot(), "tests", "suites", "shop", "server.mjs");
            await File.WriteAllTextAsync(
                Path.Combine(rig.Suite, "shop.runsettings"),
                $"""<RunSettings><Playwright><LaunchOptions><ExecutablePath>{rig._environment[BrowserFinder.Variable]}</ExecutablePath><Args>["--no-sandbox"]</Args></LaunchOptions></Playwright></RunSettings>""",
                TestContext.Current.CancellationToken);
            return rig;
        }

        var modules = await NodeModules.OfUser().EnsureAsync(await File.ReadAllTextAsync(Path.Combine(rig.Suite, "package.json")), TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(Path.Combine(rig.Suite, "node_modules"), Path.Combine(modules, "node_modules"));
        return rig;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Suite, file));

    /// <summary>Runs the whole suite, with its configuration as it is but for the recorder, and returns the report's path.</summary>
    public async Task<string> RunAsync(string shop, bool recorded)
    {
        _environment["SHOP"] = shop;
        var report = Path.Combine(_folder, $"{shop}.json");
        var recorder = await RecorderFolder.LayAsync(Path.Combine(_folder, "recorder"), TestContext.Current.CancellationToken);
        await ChildProcess.RunAsync(
            "node",
            [Path.Combine(Suite, "node_modules", "@playwright", "test", "cli.js"), "test", "--reporter=json"],
            Suite,
            new Dictionary<string, string?>(_environment) { ["PLAYWRIGHT_JSON_OUTPUT_FILE"] = report, ["NODE_OPTIONS"] = recorded ? $"--require {recorder}" : null },
            _ => { },
            TestContext.Current.CancellationToken);
        return report;
    }

    /// <summary>The same for a suite that dotnet test runs.</summary>
    public async Task<string> RunDotnetAsync(string shop, bool recorded)
    {
        _environment["SHOP"] = shop;
        var recorder = await RecorderFolder.LayAsync(Path.Combine(_folder, "recorder"), TestContext.Current.CancellationToken);
        await ChildProcess.RunAsync(
            "dotnet",
            ["test", "--settings", "shop.runsettings", "--logger", $"trx;LogFileName={shop}.trx", "--results-directory", _folder],
            Suite,
            new Dictionary<string, string?>(_environment) { ["NODE_OPTIONS"] = recorded ? $"--require {recorder}" : null, ["MSBUILDDISABLENODEREUSE"] = "1" },
            _ => { },
            TestContext.Current.CancellationToken);
        return Path.Combine(_folder, $"{shop}.trx");
    }

    public async Task<SuiteHealOutput> HealAsync(string report, bool apply = false, bool applyShared = false)
    {
        foreach (var (name, value) in _environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var services = new ServiceCollection();
        services.AddSingleton<IArtifactStore>(new FolderArtifactStore(Path.Combine(_folder, "evidence")));
        services.AddSingleton<IRunEvents>(this);
        services.AddEngine();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IStage<SuiteHealInput, SuiteHealOutput>>()
            .ExecuteAsync(new(Guid.CreateVersion7(), report, Suite, apply, applyShared), TestContext.Current.CancellationToken);
    }

    public void Publish(RunEvent runEvent)
    {
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
