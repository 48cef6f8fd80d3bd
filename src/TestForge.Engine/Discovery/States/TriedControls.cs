using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>
/// Remembers which controls were tried. What the layout repeats is tried once in all. Pages that differ only in parameters or route,
/// and have the same title and first heading, are views of one page: what is on several of them is tried once as well.
/// </summary>
internal sealed class TriedControls
{
    private readonly HashSet<long> _shared = [];
    private readonly Dictionary<string, HashSet<long>> _ofPlace = [];

    /// <summary>Equal for views of one page.</summary>
    public static string Place(SitePage page) =>
        $"{new Uri(page.Url).GetLeftPart(UriPartial.Path)}\n{page.Title}\n{(page.Headings is [var first, ..] ? first.Text : null)}";

    /// <summary>Equal for the same control on pages that share it.</summary>
    public static long KeyOf(SitePage page, PageAction action) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(action.Shared ? action.Key : $"{Place(page)}\n{action.Key}")));

    /// <summary>What was tried already of the controls that a page may have.</summary>
    public IReadOnlySet<long> Of(SitePage page)
    {
        var known = _shared.ToHashSet();
        known.UnionWith(_ofPlace.GetValueOrDefault(Place(page)) ?? []);
        return known;
    }

    public void Add(SitePage page, ExploredPage explored)
    {
        _shared.UnionWith(explored.Tried.Where(t => t.Shared).Select(t => t.Key));
        if (explored.Tried.Any(t => !t.Shared))
        {
            var place = Place(page);
            _ofPlace.TryAdd(place, []);
            _ofPlace[place].UnionWith(explored.Tried.Where(t => !t.Shared).Select(t => t.Key));
        }
    }
}
