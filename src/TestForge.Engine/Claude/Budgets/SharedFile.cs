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
                // Without a buffer: a line is one write, and closing has nothing left to write that could fail.
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException e) when (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw Unwritable(path, e);
            }
            catch (UnauthorizedAccessException e)
            {
                throw Unwritable(path, e);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 + Random.Shared.Next(15)), cancellationToken);
            }
        }
    }

    /// <summary>Appends a line after the last whole one. A part of it that a full disk leaves is none to readers, and the next line takes its place.</summary>
    public static void Append(FileStream file, long end, byte[] line)
    {
        try
        {
            file.SetLength(end);
            file.Position = end;
            file.Write(line);
            file.Flush(flushToDisk: false);
        }
        catch (IOException e)
        {
            throw Unwritable(file.Name, e);
        }
    }

    private static ClaudeStopException Unwritable(string path, Exception e) =>
        new(ClaudeOutcome.Unavailable, $"'{path}' cannot be written, so what calls cost could not be held to the budgets: {e.Message}", e);
}
