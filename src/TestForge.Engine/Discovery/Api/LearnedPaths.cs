using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Api;

/// <summary>Learns from calls that differ in one part of the path which parts are variable though they look like words.</summary>
internal static partial class LearnedPaths
{
    /// <summary>How alike the names in two answers must be for the answers to be of one kind (Jaccard).</summary>
    private const double AlikeEnough = 0.8;

    /// <summary>Fewer names than this are alike by chance.</summary>
    private const int NamesEnough = 3;

    /// <summary>Plain words name resources more often than things; it takes more of them.</summary>
    private const int WordsEnough = 3;

    public static IReadOnlyList<ApiGroup> Merge(IEnumerable<ApiGroup> seen)
    {
        IReadOnlyList<ApiGroup> groups = [.. seen.OrderBy(g => string.Join('/', g.Segments), StringComparer.Ordinal).ThenBy(g => g.Method, StringComparer.Ordinal)];
        var deepest = groups.Select(g => g.Segments.Length).DefaultIfEmpty().Max();

        // The first part is never a thing: it is "api", a version or the resource itself.
        for (var index = 1; index < deepest; index++)
        {
            groups = MergeAt(groups, index);
        }

        return groups;
    }

    private static IReadOnlyList<ApiGroup> MergeAt(IReadOnlyList<ApiGroup> groups, int index)
    {
        var paths = groups.Select(g => $"{g.Origin}/{string.Join('/', g.Segments)}").ToHashSet();
        var variable = new HashSet<string>();
        foreach (var bucket in groups.Where(g => g.Segments.Length > index && !PathTemplate.IsNamed(g.Segments[index])).GroupBy(g => Without(g, index)))
        {
            variable.UnionWith(Variable([.. bucket], index, paths).Select(v => $"{Prefix(bucket.First(), index)} {v}"));
        }

        var merged = new Dictionary<string, ApiGroup>();
        foreach (var group in groups)
        {
            if (group.Segments.Length > index && variable.Contains($"{Prefix(group, index)} {group.Segments[index]}"))
            {
                group.Segments = [.. group.Segments[..index], PathTemplate.Slug, .. group.Segments[(index + 1)..]];
            }

            var key = $"{group.Method} {group.Origin} {string.Join('/', group.Segments)} {group.Operation}";
            if (!merged.TryAdd(key, group))
            {
                merged[key].Merge(group);
            }
        }

        return [.. merged.Values];
    }

    private static IEnumerable<string> Variable(ApiGroup[] bucket, int index, HashSet<string> paths)
    {
        var values = bucket.Where(g => !Word().IsMatch(g.Segments[index])).GroupBy(g => g.Segments[index]).Select(g => (Value: g.Key, Names: NamesIn(g))).ToArray();
        var slugs = values.Where(v => Slug().IsMatch(v.Value)).ToArray();
        var known = slugs.Where(v => v.Names.Count > 0).ToArray();
        if (slugs.Length > 1 && (known.Length > 1 ? Alike(known) : slugs.Length >= WordsEnough && known.Length == 0))
        {
            // Of things named alike some may be one word: "jackets" beside "rain-jackets".
            return values.Where(v => slugs.Contains(v) || (known.Length > 1 && v.Names.Count >= NamesEnough && Alike([known[0], v]))).Select(v => v.Value);
        }

        var told = values.Where(v => v.Names.Count >= NamesEnough).ToArray();
        var parent = bucket[0].Segments[index - 1];
        var collection = paths.Contains($"{bucket[0].Origin}/{string.Join('/', bucket[0].Segments[..index])}") || parent.EndsWith('s');
        return told.Length >= WordsEnough && collection && Alike(told) ? told.Select(v => v.Value) : [];
    }

    private static IReadOnlySet<string> NamesIn(IEnumerable<ApiGroup> groups) => groups.Select(g => g.Response?.Names()).FirstOrDefault(n => n?.Count > 0) ?? new HashSet<string>();

    private static bool Alike((string Value, IReadOnlySet<string> Names)[] values) => values.Skip(1).All(v =>
    {
        var first = values[0].Names;
        var shared = first.Count(v.Names.Contains);
        return shared >= AlikeEnough * (first.Count + v.Names.Count - shared);
    });

    private static string Prefix(ApiGroup group, int index) => $"{group.Origin} {string.Join('/', group.Segments[..index])}";

    private static string Without(ApiGroup group, int index) => $"{group.Method} {Prefix(group, index)}/*/{string.Join('/', group.Segments[(index + 1)..])} {group.Operation}";

    // Words joined or with digits are names of things: "enamel-mug", "v8-engine", "a_b".
    [GeneratedRegex(@"^[^\-_]+([\-_][^\-_]+)+\z|\d|%", RegexOptions.IgnoreCase)]
    private static partial Regex Slug();

    // What is done, or the version of the API, is no thing.
    [GeneratedRegex(
        @"^(v\d+|me|all|new|latest|current|default|recent|popular|count|status|health|config|settings|feed|self"
        + @"|(add|apply|approve|archive|cancel|change|check|clear|close|complete|confirm|copy|create|delete|disable|download|duplicate|edit|enable|export|fetch|find"
        + @"|forgot|get|import|init|is|list|load|log|login|logout|mark|move|open|publish|query|refresh|register|remove|rename|reset|resend|restore|revoke|save|search"
        + @"|send|set|sign|start|stop|submit|subscribe|sync|test|toggle|unsubscribe|update|upload|validate|verify|view|who)([\-_].*)?)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
