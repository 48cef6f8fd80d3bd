using System.Diagnostics;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>Opens a file that several processes write to, one at a time.</summary>
internal static class SharedFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new ClaudeStopException(ClaudeOutcome.Unavailable, $"'{path}' cannot be written, so what calls cost could not be held to the budgets: {e.Message}", e);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new ClaudeStopException(ClaudeOutcome.Unavailable, $"'{path}' cannot be written, so what calls cost could not be held to the budgets: {e.Message}", e);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 + Random.Shared.Next(15)), cancellationToken);
            }
        }
    }

    /// <summary>Appends a line after the last whole one.</summary>
    public static void Append(FileStream file, long end, byte[] line)
    {
        file.SetLength(end);
        file.Position = end;
        file.Write(line);
        file.Flush(flushToDisk: false);
    }
}
