using System.Text;

namespace TestForge.Cli.Tests.Mcp;

/// <summary>Finds the processes that carry a mark in their environment, on Linux.</summary>
internal static class MarkedProcesses
{
    /// <summary>Command lines of those that run; what has ended and was not yet collected is left out.</summary>
    public static IReadOnlyList<string> Of(string mark)
    {
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => Path.GetFileName(d).All(char.IsAsciiDigit)))
        {
            try
            {
                var alive = File.ReadAllText(Path.Combine(folder, "stat")).Split(") ")[^1][0] is not ('Z' or 'X');
                if (alive && Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "environ"))).Contains(mark, StringComparison.Ordinal))
                {
                    found.Add(Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline"))).Replace('\0', ' '));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile, or belongs to somebody else.
            }
        }

        return found;
    }

    public static bool IsBrowser(string command) => command.Contains("chrom", StringComparison.Ordinal) || command.Contains("playwright", StringComparison.Ordinal);

    /// <summary>Waits until none is left that is asked for, and returns those that stay.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(string mark, Func<string, bool> which, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 150; i++)
        {
            if (!Of(mark).Any(which))
            {
                return [];
            }

            await Task.Delay(100, cancellationToken);
        }

        return [.. Of(mark).Where(which)];
    }
}
