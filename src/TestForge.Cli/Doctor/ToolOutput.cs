using System.Diagnostics;

namespace TestForge.Cli.Doctor;

/// <summary>Finds programs and asks them for their version.</summary>
internal static class ToolOutput
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static string? Find(string name, string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows() ? [Path.Combine(folder, name + ".exe"), Path.Combine(folder, name + ".cmd")] : new[] { Path.Combine(folder, name) })
        .FirstOrDefault(File.Exists);

    /// <summary>The first line a program prints, or null when it fails or does not end.</summary>
    public static async Task<string?> FirstLineAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            try
            {
                _ = process.StandardError.ReadToEndAsync(limit.Token);
                var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0 ? output.Split('\n')[0].Trim() : null;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                return null;
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }
}
