using System.Text;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.History;

/// <summary>The file that remembers runs of one target: a line of JSON for each, written at its end and by one process at a time.</summary>
/// <remarks>
/// A line that was cut off, or that a newer version wrote, is passed over. When the file has grown too long, its last
/// lines are moved to its beginning. Whatever interrupts that, each of them is still whole at its old or its new place,
/// and one that is at both counts once.
/// </remarks>
internal sealed class HistoryFile(string path, int maxRuns = HistoryFile.MaxRuns, long maxBytes = HistoryFile.MaxBytes)
{
    /// <summary>A year of working days.</summary>
    private const int MaxRuns = 250;

    /// <summary>Reading it should not be felt.</summary>
    private const long MaxBytes = 16 * 1024 * 1024;

    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The runs remembered, the oldest first; none when there is no file yet. Throws <c>history.unusable</c>.</summary>
    public Task<IReadOnlyList<HistoryRecord>> ReadAsync(CancellationToken cancellationToken) => UsingAsync(async () =>
    {
        if (!File.Exists(path))
        {
            return [];
        }

        await using var file = await OpenAsync(FileMode.Open, cancellationToken);
        return (IReadOnlyList<HistoryRecord>)Records(await LinesAsync(file, cancellationToken));
    });

    /// <summary>Adds a run, unless its key is there already. Throws <c>history.unusable</c>.</summary>
    public Task AppendAsync(HistoryRecord record, CancellationToken cancellationToken) => UsingAsync(async () =>
    {
        await using var file = await OpenAsync(FileMode.OpenOrCreate, cancellationToken);
        var lines = await LinesAsync(file, cancellationToken);
        if (Records(lines).Any(r => r.Key == record.Key))
        {
            return false;
        }

        var line = JsonSerializer.SerializeToUtf8Bytes(record, ArtifactJson.Compact);
        var torn = file.Length > 0 && !EndsWithNewLine(file);
        file.Seek(0, SeekOrigin.End);
        byte[] whole = torn ? [(byte)'\n', .. line, (byte)'\n'] : [.. line, (byte)'\n'];
        await file.WriteAsync(whole, cancellationToken);
        if (lines.Count >= 2 * maxRuns || file.Length > maxBytes)
        {
            await ShortenAsync(file, [.. lines, Encoding.UTF8.GetString(line)], cancellationToken);
        }

        // A full disk shows when what was written is handed over, and is not to show only when the file is closed.
        await file.FlushAsync(cancellationToken);
        return true;
    });

    private async Task ShortenAsync(FileStream file, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var kept = new Stack<string>();
        var room = maxBytes / 2;
        foreach (var line in lines.Reverse().Take(maxRuns))
        {
            room -= Encoding.UTF8.GetByteCount(line) + 1;
            if (room < 0 && kept.Count > 0)
            {
                break;
            }

            kept.Push(line);
        }

        var content = Encoding.UTF8.GetBytes(string.Concat(kept.Select(l => l + "\n")));
        file.Seek(0, SeekOrigin.Begin);
        await file.WriteAsync(content, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.SetLength(content.Length);
    }

    private static List<HistoryRecord> Records(IEnumerable<string> lines)
    {
        var records = new Dictionary<string, HistoryRecord>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            try
            {
                if (JsonSerializer.Deserialize<HistoryRecord>(line, ArtifactJson.Compact) is { Version: <= HistoryRecord.CurrentVersion } record)
                {
                    records[record.Key] = record;
                }
            }
            catch (JsonException)
            {
                // A line that was cut off, or one of a later version that looks different.
            }
        }

        return [.. records.Values.OrderBy(r => r.StartedAt)];
    }

    private static async Task<List<string>> LinesAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        List<string> lines = [];
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static bool EndsWithNewLine(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    /// <summary>Nobody else reads or writes meanwhile; who finds the file taken waits a moment.</summary>
    private async Task<FileStream> OpenAsync(FileMode mode, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new(path, mode, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
            }
            catch (IOException e) when (left > 0 && e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task<T> UsingAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StageException("history.unusable", $"The history '{path}' cannot be used: {e.Message} Name another with --history, or leave it out with --no-history.", retryable: false, e);
        }
    }
}
