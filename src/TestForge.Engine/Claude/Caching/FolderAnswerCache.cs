using System.Text.Json;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Claude.Caching;

/// <summary>Keeps answers in a folder, within an age and a size. What cannot be read or written is as if it were not there.</summary>
internal sealed class FolderAnswerCache : IAnswerCache
{
    /// <summary>Writes between two looks at the folder's size.</summary>
    private const int WritesPerSweep = 100;

    private readonly string? _folder;
    private readonly TimeSpan _age;
    private readonly long _size;
    private readonly TimeProvider _clock;
    private int _writes;

    public FolderAnswerCache(IOptions<ClaudeOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _age = TimeSpan.FromDays(options.Value.CacheDays);
        _size = options.Value.CacheMegabytes * 1024L * 1024;
        _folder = options.Value.Folder is { } folder && options.Value.CacheDays > 0 ? Path.Combine(folder, "answers") : null;
    }

    public long Bytes => Files().Sum(f => Told(f).Length);

    public async Task<CachedAnswer?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (_folder is null || !File.Exists(PathOf(key)))
        {
            return null;
        }

        var path = PathOf(key);
        try
        {
            var answer = JsonSerializer.Deserialize<CachedAnswer>(await File.ReadAllBytesAsync(path, cancellationToken), JsonSerializerOptions.Web);
            if (answer?.Key != key || _clock.GetUtcNow() - answer.At > _age)
            {
                return null;
            }

            Touch(path);
            return answer;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What was used last is thrown away last.</summary>
    private void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has just swept it away; the answer is here all the same.
        }
    }

    public async Task KeepAsync(CachedAnswer answer, CancellationToken cancellationToken)
    {
        if (_folder is null)
        {
            return;
        }

        try
        {
            var path = PathOf(answer.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WholeFile.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web), cancellationToken);
            Touch(path);
            if (Interlocked.Increment(ref _writes) % WritesPerSweep == 1)
            {
                Sweep();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StageException)
        {
            // The disk is full or the folder not ours to write: the answer is paid for, and serves without being kept.
        }
    }

    /// <summary>Throws away what is too old, then what was not used for longest, until the rest is small enough.</summary>
    public void Sweep()
    {
        var oldest = (_clock.GetUtcNow() - _age).UtcDateTime;
        var total = 0L;
        foreach (var (file, used, length) in Files().Select(Told).OrderByDescending(f => f.Used))
        {
            total += length;
            if (used < oldest || total > _size)
            {
                Delete(file);
            }
        }
    }

    // Another process may sweep at the same time.
    private static (FileInfo File, DateTime Used, long Length) Told(FileInfo file)
    {
        try
        {
            return (file, file.LastWriteTimeUtc, file.Length);
        }
        catch (IOException)
        {
            return (file, DateTime.MinValue, 0);
        }
    }

    private static void Delete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has it open; the next sweep comes by again.
        }
    }

    private IEnumerable<FileInfo> Files() => Directory.Exists(_folder) ? new DirectoryInfo(_folder).EnumerateFiles("*.json", SearchOption.AllDirectories) : [];

    private string PathOf(string key) => Path.Combine(_folder!, key[..2], key + ".json");
}
