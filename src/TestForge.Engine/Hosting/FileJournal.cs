using System.Text;
using System.Text.Json;
using TestForge.Engine.Artifacts;

namespace TestForge.Engine.Hosting;

/// <summary>An append-only file, one line an entry. A line cut off by a crash counts as not written.</summary>
internal sealed class FileJournal : IRunJournal, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, byte[]> _entries;
    private readonly FileStream _file;

    private FileJournal(FileStream file, Dictionary<string, byte[]> entries)
    {
        _file = file;
        _entries = entries;
    }

    public static FileJournal Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var (entries, wholeLength) = Read(file);
            file.SetLength(wholeLength);
            file.Seek(0, SeekOrigin.End);
            return new(file, entries);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public byte[]? Find(string key)
    {
        lock (_entries)
        {
            return _entries.GetValueOrDefault(key);
        }
    }

    public async Task AppendAsync(string key, byte[] output)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new JournalEntry(key, output));
        await _gate.WaitAsync();
        var end = _file.Position;
        try
        {
            await _file.WriteAsync((byte[])[.. line, (byte)'\n']);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException e) when (FullDisk.Is(e))
        {
            // A line that was cut off would spoil the next one.
            _file.SetLength(end);
            throw FullDisk.Failure(_file.Name, e);
        }
        finally
        {
            _gate.Release();
        }

        lock (_entries)
        {
            _entries[key] = output;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _gate.Dispose();
    }

    private static (Dictionary<string, byte[]> Entries, long WholeLength) Read(FileStream file)
    {
        var entries = new Dictionary<string, byte[]>();
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var start = 0;
        while (Array.IndexOf(bytes, (byte)'\n', start) is var end and >= 0)
        {
            try
            {
                var entry = JsonSerializer.Deserialize<JournalEntry>(Encoding.UTF8.GetString(bytes, start, end - start))!;
                entries[entry.Key] = entry.Output;
            }
            catch (JsonException)
            {
                // Nothing after a damaged line can be trusted; those stages run again.
                break;
            }

            start = end + 1;
        }

        return (entries, start);
    }

    private sealed record JournalEntry(string Key, byte[] Output);
}
