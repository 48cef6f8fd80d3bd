namespace TestForge.Cli.Maps;

/// <summary>What differs between two maps.</summary>
internal sealed record MapDiff(IReadOnlyList<MapChange> Appeared, IReadOnlyList<MapChange> Vanished, IReadOnlyList<MapChange> Changed)
{
    public bool Same => Appeared.Count + Vanished.Count + Changed.Count == 0;

    public static MapDiff Of(IReadOnlyList<MapItem> old, IReadOnlyList<MapItem> now)
    {
        var before = Index(old);
        var after = Index(now);
        return new(
            [.. now.Where(i => Find(before, i) is null).Select(i => new MapChange(i.Kind, i.What, []))],
            [.. old.Where(i => Find(after, i) is null).Select(i => new MapChange(i.Kind, i.What, []))],
            [
                .. now.Select(i => (Now: i, Old: Find(before, i)))
                    .Where(p => p.Old is not null)
                    .Select(p => new MapChange(p.Now.Kind, p.Now.What, [.. Changes(p.Old!, p.Now)]))
                    .Where(c => c.Changes.Count > 0),
            ]);
    }

    private static Dictionary<(string Kind, string Name), MapItem> Index(IReadOnlyList<MapItem> items)
    {
        var index = items.ToDictionary(i => (i.Kind, i.What));
        foreach (var item in items)
        {
            foreach (var name in item.OtherNames)
            {
                index.TryAdd((item.Kind, name), item);
            }
        }

        return index;
    }

    private static MapItem? Find(Dictionary<(string Kind, string Name), MapItem> index, MapItem item) =>
        item.OtherNames.Prepend(item.What).Select(n => index.GetValueOrDefault((item.Kind, n))).FirstOrDefault(i => i is not null);

    private static IEnumerable<string> Changes(MapItem old, MapItem now)
    {
        foreach (var name in old.Traits.Keys.Union(now.Traits.Keys))
        {
            var (before, after) = (old.Traits.GetValueOrDefault(name, ""), now.Traits.GetValueOrDefault(name, ""));
            if (before != after)
            {
                // A hash or a schema says nothing to people.
                yield return before.Length + after.Length > 200 || name.EndsWith("structure", StringComparison.Ordinal) ? name : $"{name} {Quote(before)} → {Quote(after)}";
            }
        }
    }

    private static string Quote(string text) => text.Length > 0 ? $"'{text}'" : "none";
}
