namespace TestForge.Engine.Design.Ranking;

/// <summary>Chooses the cases worth most together: each further case of one technique, page or feature counts less.</summary>
internal static class FairSpread
{
    // With these, the fourth smoke test of a site is worth half of the first. A page with much on it has many cases.
    private const double TechniqueFatigue = 0.25;
    private const double PageFatigue = 0.03;
    private const double FeatureFatigue = 0.06;

    public static IReadOnlyList<T> Choose<T>(IReadOnlyList<T> items, Func<T, (double Worth, string Technique, string Page, string Feature)> of, int max)
    {
        if (items.Count <= max)
        {
            return items;
        }

        var left = items.Select(i => (Item: i, Key: of(i))).OrderByDescending(i => i.Key.Worth).ToList();
        var chosen = new List<T>(max);
        var techniques = new Dictionary<string, int>();
        var pages = new Dictionary<string, int>();
        var features = new Dictionary<string, int>();
        while (chosen.Count < max && left.Count > 0)
        {
            var best = 0;
            var bestWorth = double.MinValue;
            for (var i = 0; i < left.Count; i++)
            {
                var key = left[i].Key;
                var worth = key.Worth
                    / (1 + (TechniqueFatigue * techniques.GetValueOrDefault(key.Technique)))
                    / (1 + (PageFatigue * pages.GetValueOrDefault(key.Page)))
                    / (1 + (FeatureFatigue * features.GetValueOrDefault(key.Feature)));
                if (worth > bestWorth)
                {
                    (best, bestWorth) = (i, worth);
                }
            }

            var (item, (_, technique, page, feature)) = left[best];
            left.RemoveAt(best);
            chosen.Add(item);
            techniques[technique] = techniques.GetValueOrDefault(technique) + 1;
            pages[page] = pages.GetValueOrDefault(page) + 1;
            features[feature] = features.GetValueOrDefault(feature) + 1;
        }

        return chosen;
    }
}
