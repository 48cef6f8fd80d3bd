namespace TestForge.Engine.Discovery.Addresses;

/// <summary>The files of one crawl that were read, each once, and the addresses found in them.</summary>
internal sealed class FileLog
{
    /// <summary>A file whose page was left while it was read is tried again with the next page that loads it, this often.</summary>
    private const int MostTries = 3;

    private const int MostFiles = 300;
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _tries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Uri> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Whether a file is to be read; who is told so must read it.</summary>
    public bool Wants(string file)
    {
        lock (_gate)
        {
            var tries = _tries.GetValueOrDefault(file);
            if (tries >= MostTries || _bytes >= MostBytes || (tries == 0 && _tries.Count >= MostFiles))
            {
                return false;
            }

            // While one reads it, no other does.
            _tries[file] = tries + MostTries;
            return true;
        }
    }

    /// <summary>Notes that a file could not be read.</summary>
    public void Failed(string file)
    {
        lock (_gate)
        {
            _tries[file] += 1 - MostTries;
        }
    }

    /// <summary>Takes in what a file names.</summary>
    public void Add(int bytes, IEnumerable<Uri> named)
    {
        lock (_gate)
        {
            _bytes += bytes;
            foreach (var url in named.Where(u => !_told.Contains(u.AbsoluteUri)))
            {
                _found[url.AbsoluteUri] = url;
            }
        }
    }

    /// <summary>What was found since the last call.</summary>
    public IReadOnlyList<Uri> Take()
    {
        lock (_gate)
        {
            Uri[] found = [.. _found.Values];
            _told.UnionWith(_found.Keys);
            _found.Clear();
            return found;
        }
    }
}
