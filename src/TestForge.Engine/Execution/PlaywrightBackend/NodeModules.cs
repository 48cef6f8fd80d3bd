using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Installs what a package.json asks for, once a machine. Projects laid below the folder find it by Node's own rules.</summary>
internal sealed class NodeModules(string root)
{
    private const string Done = ".installed";
    private static readonly Dictionary<string, string?> Environment = new() { ["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1" };

    /// <summary>The user's cache folder.</summary>
    public static NodeModules OfUser() => new(Path.Combine(CacheFolder(), "testforge", "node"));

    /// <summary>Returns a folder with <c>node_modules</c> in it.</summary>
    public async Task<string> EnsureAsync(string packageJson, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(packageJson)))[..16]);
        if (File.Exists(Path.Combine(folder, Done)))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        await using var mine = await LockAsync(Path.Combine(folder, ".lock"), cancellationToken);
        if (!File.Exists(Path.Combine(folder, Done)))
        {
            await InstallAsync(folder, packageJson, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, Done), "", cancellationToken);
        }

        return folder;
    }

    /// <summary>Throws <c>script.node_missing</c> unless Node.js answers.</summary>
    public static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ChildProcess.RunAsync("node", ["--version"], Path.GetTempPath(), Environment, _ => { }, cancellationToken);
        }
        catch (Win32Exception e)
        {
            throw NodeMissing("node", e);
        }
    }

    private static async Task InstallAsync(string folder, string packageJson, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), packageJson, cancellationToken);
        var output = new StringBuilder();
        int exit;
        try
        {
            // On Windows npm is a script, which only the shell can start.
            var (program, first) = OperatingSystem.IsWindows() ? ("cmd.exe", new[] { "/c", "npm" }) : ("npm", []);
            exit = await ChildProcess.RunAsync(
                program, [.. first, "install", "--no-audit", "--no-fund", "--no-progress"], folder, Environment, line => output.AppendLine(line), cancellationToken);
        }
        catch (Win32Exception e)
        {
            throw NodeMissing("npm", e);
        }

        if (exit != 0)
        {
            throw new StageException(
                "script.npm_failed",
                $"'npm install' ended with {exit} in {folder}: {Last(output.ToString())} Check the network and the npm registry, or use --backend in-process, which needs neither.",
                retryable: true);
        }
    }

    private static StageException NodeMissing(string program, Exception cause) => new(
        "script.node_missing",
        $"'{program}' was not found. The playwright backend needs Node.js 20 or later with npm (Debian and Ubuntu: apt-get install nodejs npm). Or use --backend in-process, which needs neither.",
        retryable: false,
        cause);

    private static string Last(string output) =>
        string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l.Contains("ERR", StringComparison.OrdinalIgnoreCase)).Take(4)) is { Length: > 0 } errors
            ? errors
            : "it said nothing.";

    // Two runs on one machine must not install into one folder at the same time.
    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private static string CacheFolder() =>
        System.Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : OperatingSystem.IsWindows()
                ? System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".cache");
}
