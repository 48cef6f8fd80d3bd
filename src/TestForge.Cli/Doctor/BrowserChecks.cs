using System.Reflection;
using TestForge.Engine;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Cli.Doctor;

/// <summary>Looks for the browser and for the driver that steers it.</summary>
internal static class BrowserChecks
{
    private const string GetBrowser = "apt-get install chromium-headless-shell (Debian, Ubuntu), or name a Chromium with --browser-path or TESTFORGE_BROWSER";

    public static async Task<CheckResult> BrowserAsync(BrowserOptions options, CancellationToken cancellationToken)
    {
        string? path;
        try
        {
            path = BrowserFinder.TryFind(options);
        }
        catch (StageException e)
        {
            return new("Browser", true, CheckState.Missing, e.Message, GetBrowser);
        }

        if (path is null)
        {
            return new("Browser", true, CheckState.Missing, options.Headed ? "no Chromium with a window" : "no Chromium", options.Headed ? "apt-get install chromium" : GetBrowser);
        }

        var version = await ToolOutput.FirstLineAsync(path, ["--version"], cancellationToken);
        if (version is null)
        {
            return new("Browser", true, CheckState.Missing, $"{path} does not start", GetBrowser);
        }

        var isShell = Path.GetFileName(path).Contains("headless", StringComparison.Ordinal);
        return isShell
            ? new("Browser", true, CheckState.Found, $"{version}, headless shell, {path}")
            : new("Browser", true, CheckState.Found, $"{version}, full browser, {path}", options.Headed ? null : "chromium-headless-shell would be 2.5 to 4 times faster");
    }

    public static async Task<CheckResult> DriverAsync(Func<string, string?> variable, CancellationToken cancellationToken)
    {
        const string get = "build again (dotnet build), or set PLAYWRIGHT_DRIVER_SEARCH_PATH to the microsoft.playwright package folder";
        var package = typeof(EngineServices).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "PlaywrightPackage")?.Value;
        var root = new[] { variable("PLAYWRIGHT_DRIVER_SEARCH_PATH"), AppContext.BaseDirectory, package }
            .OfType<string>()
            .Select(folder => Path.Combine(folder, ".playwright"))
            .FirstOrDefault(Directory.Exists);
        if (root is null)
        {
            return new("Browser driver", true, CheckState.Missing, "Playwright's driver is not there", get);
        }

        var node = Directory.EnumerateFiles(Path.Combine(root, "node"), "node*", SearchOption.AllDirectories).Where(File.Exists);
        foreach (var program in node.Where(n => Path.GetFileNameWithoutExtension(n) == "node"))
        {
            if (await ToolOutput.FirstLineAsync(program, [Path.Combine(root, "package", "cli.js"), "--version"], cancellationToken) is { } version)
            {
                return new("Browser driver", true, CheckState.Found, $"Playwright {version.Replace("Version ", "", StringComparison.Ordinal)}, {root}");
            }
        }

        return new("Browser driver", true, CheckState.Missing, $"the driver in {root} does not start", get);
    }
}
