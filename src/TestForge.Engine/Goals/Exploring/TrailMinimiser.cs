using TestForge.Engine.Goals.Live;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>Takes out of a trail what was not needed, where that is safe: nothing that may have changed data, and nothing between two proofs.</summary>
internal static class TrailMinimiser
{
    public static IReadOnlyList<TrailItem> Minimise(IReadOnlyList<TrailItem> items)
    {
        var kept = items.ToList();
        DropIdle(kept);
        DropDetours(kept);
        DropOverwritten(kept);
        return kept;
    }

    // Scrolling and presses that did nothing; the page was opened first, which is no idle step.
    private static void DropIdle(List<TrailItem> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            if (items[i].Step is { Wrote: false } step && (step.Kind == LiveActKind.Scroll || (step.StateBefore == step.StateAfter && step.Kind is not (LiveActKind.Fill or LiveActKind.Choose))))
            {
                items.RemoveAt(i);
            }
        }

        // Opening another page at once makes the first opening needless.
        while (items.Count > 1 && items[0].Step is { Kind: LiveActKind.Open, Wrote: false } && items[1].Step is { Kind: LiveActKind.Open })
        {
            items.RemoveAt(0);
        }
    }

    /// <summary>What led away and back to the very same state is left out.</summary>
    private static void DropDetours(List<TrailItem> items)
    {
        for (var from = 1; from < items.Count; from++)
        {
            if (items[from].Step is not { } first)
            {
                continue;
            }

            for (var to = items.Count - 1; to > from; to--)
            {
                var detour = items[from..(to + 1)];
                if (items[to].Step?.StateAfter == first.StateBefore && detour.All(i => i.Step is { Wrote: false }))
                {
                    items.RemoveRange(from, detour.Count);
                    from--;
                    break;
                }
            }
        }
    }

    /// <summary>Of a field filled twice in a row the last value counts.</summary>
    private static void DropOverwritten(List<TrailItem> items)
    {
        for (var i = items.Count - 2; i > 0; i--)
        {
            if (items[i].Step is { Kind: LiveActKind.Fill or LiveActKind.Choose, Wrote: false, Print: { } print } step
                && items[i + 1].Step is { Print: { } next } later && later.Kind == step.Kind && print.Css == next.Css && print.Name == next.Name && step.From == later.From)
            {
                items.RemoveAt(i);
            }
        }
    }
}
