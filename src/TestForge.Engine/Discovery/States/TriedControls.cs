using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Remembers which controls were tried. What the layout repeats is tried once in all, and what siblings share once in those.</summary>
internal sealed class TriedControls
{
    private readonly HashSet<long> _shared = [];
    private readonly Dictionary<string, HashSet<long>> _ofSiblings = [];

    /// <summary>Equal for the same control on pages that share it.</summary>
    public static long KeyOf(SitePage page, PageAction action) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(action.Shared ? action.Key : $"{Siblings.KeyOf(page)}\n{action.Key}")));

    /// <summary>What was tried already of the controls that a page may have.</summary>
    public IReadOnlySet<long> Of(SitePage page)
    {
        var known = _shared.ToHashSet();
        known.UnionWith(_ofSiblings.GetValueOrDefault(Siblings.KeyOf(page)) ?? []);
        return known;
    }

    public void Add(SitePage page, ExploredPage explored)
    {
        _shared.UnionWith(explored.Tried.Where(t => t.Shared).Select(t => t.Key));
        if (explored.Tried.Any(t => !t.Shared))
        {
            var siblings = Siblings.KeyOf(page);
            _ofSiblings.TryAdd(siblings, []);
            _ofSiblings[siblings].UnionWith(explored.Tried.Where(t => !t.Shared).Select(t => t.Key));
        }
    }
}
