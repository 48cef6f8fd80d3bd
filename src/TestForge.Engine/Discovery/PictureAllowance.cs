using System.Collections.Concurrent;

namespace TestForge.Engine.Discovery;

/// <summary>
/// Decides which pages are pictured: the first ones all, then of each folder a few. A picture takes a quarter of a visit, and
/// nobody looks through hundreds. Safe for use from several threads.
/// </summary>
internal sealed class PictureAllowance
{
    /// <summary>As many as a run visits when nothing else is said.</summary>
    private const int Always = 50;

    private const int OfFolder = 4;

    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>Takes a picture from the allowance; false when none is left.</summary>
    public bool Take(Uri url)
    {
        var taken = _taken.AddOrUpdate(UrlShape.Folder(url), 1, (_, n) => n + 1);
        return Interlocked.Increment(ref _all) <= Always || taken <= OfFolder;
    }
}
