using System.ComponentModel;
using System.Diagnostics;
using TestForge.TestKit.Databases;

namespace TestForge.Server.Tests.Docs;

/// <summary>What a linter that others use says of the description.</summary>
[Trait("Category", "Slow")]
public sealed class LintTests
{
    private const string Spectral = "@stoplight/spectral-cli@6.16.3";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spectral_finds_no_error_in_the_description()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var folder = Directory.CreateTempSubdirectory("testforge-lint-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), (await server.GetAsync("/openapi/v1.json")).ToString(), Token);
            await File.WriteAllTextAsync(Path.Combine(folder, "rules.yaml"), "extends: [\"spectral:oas\"]\n", Token);
            var (installed, why) = await RunAsync("npm", ["install", "--no-save", "--silent", "--no-audit", "--no-fund", Spectral], folder);
            Assert.SkipWhen(installed != 0 && !Available.Required, $"Spectral cannot be installed by npm: {why}");

            var (exit, output) = await RunAsync(Path.Combine(folder, "node_modules", ".bin", "spectral"), ["lint", "openapi.json", "-r", "rules.yaml", "-f", "text", "-F", "error"], folder);

            exit.ShouldBe(0, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
            await process.WaitForExitAsync(Token);
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
