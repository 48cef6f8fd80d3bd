namespace TestForge.Engine.Design.Paths;

/// <summary>Chooses paths through a graph that take every way (edge coverage) and every two ways that follow each other (pairs), with few steps.</summary>
/// <remarks>
/// The shortest such set is the rural postman problem, which is hard; each path here is walked greedily to where most is new.
/// Covering pairs of transitions is known as 1-switch coverage (T. S. Chow, "Testing Software Design Modeled by Finite-State Machines", 1978).
/// </remarks>
internal sealed class PathCover
{
    private readonly IReadOnlyList<PathEdge> _edges;
    private readonly IReadOnlySet<string> _starts;
    private readonly int _longest;
    private readonly ILookup<string, int> _out;
    private readonly ILookup<string, int> _in;

    /// <param name="edges">All ways.</param>
    /// <param name="starts">Pages that can be opened by their address.</param>
    /// <param name="longest">Most ways in a path.</param>
    public PathCover(IReadOnlyList<PathEdge> edges, IReadOnlySet<string> starts, int longest)
    {
        _edges = edges;
        _starts = starts;
        _longest = longest;
        _out = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].From);
        _in = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].To);
    }

    /// <summary>Paths that take every wanted way that can be reached; each as places in the list of ways.</summary>
    public IEnumerable<IReadOnlyList<int>> Edges()
    {
        var left = _edges.Where(e => e.Wanted).Select(e => e.Key).ToHashSet();
        while (left.Count > 0 && Begin(i => left.Contains(_edges[i].Key)) is { } route)
        {
            var path = new List<int>(route);
            var taken = Taken(path);
            while (path.Count < _longest && Next(path, i => left.Contains(_edges[i].Key) && !taken.Contains(_edges[i].Key), room: _longest - path.Count) is { Count: > 0 } more)
            {
                path.AddRange(more);
                taken.UnionWith(more.Select(i => _edges[i].Key));
            }

            left.ExceptWith(path.Select(i => _edges[i].Key));
            yield return path;
        }
    }

    /// <summary>Paths that take the pairs of ways that these paths do not.</summary>
    /// <param name="paths">Paths that there are already.</param>
    /// <param name="wanted">Whether two ways that follow each other are worth a step.</param>
    public IEnumerable<IReadOnlyList<int>> Pairs(IEnumerable<IReadOnlyList<int>> paths, Func<PathEdge, PathEdge, bool> wanted)
    {
        var left = new HashSet<(string, string)>(_edges.SelectMany(a => _out[a.To].Select(b => (A: a, B: _edges[b])).Where(p => wanted(p.A, p.B)).Select(p => (p.A.Key, p.B.Key))));
        foreach (var path in paths)
        {
            Take(left, path);
        }

        while (left.Count > 0 && Begin(i => _out[_edges[i].To].Any(j => left.Contains((_edges[i].Key, _edges[j].Key))), room: _longest - 1) is { } route)
        {
            var path = new List<int>(route);
            while (path.Count < _longest)
            {
                var last = _edges[path[^1]];
                var next = _out[last.To].Where(j => left.Contains((last.Key, _edges[j].Key)))
                    .OrderByDescending(j => _out[_edges[j].To].Count(k => left.Contains((_edges[j].Key, _edges[k].Key)))).ThenBy(j => j).Select(j => (int?)j).FirstOrDefault();
                if (next is not { } edge)
                {
                    break;
                }

                left.Remove((last.Key, _edges[edge].Key));
                path.Add(edge);
            }

            Take(left, path);
            yield return path;
        }
    }

    private void Take(HashSet<(string, string)> left, IReadOnlyList<int> path)
    {
        for (var i = 1; i < path.Count; i++)
        {
            left.Remove((_edges[path[i - 1]].Key, _edges[path[i]].Key));
        }
    }

    private HashSet<string> Taken(IEnumerable<int> path) => [.. path.Select(i => _edges[i].Key)];

    /// <summary>The shortest way from a page that can be opened to a new way, and that way; null when none is near enough.</summary>
    private List<int>? Begin(Func<int, bool> isNew, int? room = null)
    {
        // Backwards from all that is new, so that one search serves all pages.
        var distance = new Dictionary<string, int>();
        var queue = new Queue<string>();
        foreach (var from in Enumerable.Range(0, _edges.Count).Where(isNew).Select(i => _edges[i].From))
        {
            if (distance.TryAdd(from, 0))
            {
                queue.Enqueue(from);
            }
        }

        while (queue.TryDequeue(out var node))
        {
            foreach (var edge in _in[node])
            {
                if (distance.TryAdd(_edges[edge].From, distance[node] + 1))
                {
                    queue.Enqueue(_edges[edge].From);
                }
            }
        }

        var start = _starts.Where(distance.ContainsKey).OrderBy(s => distance[s]).ThenByDescending(s => _out[s].Count(isNew)).ThenBy(s => s, StringComparer.Ordinal).FirstOrDefault();
        if (start is null || distance[start] + 1 > (room ?? _longest))
        {
            return null;
        }

        var route = new List<int>();
        var at = start;
        while (distance[at] > 0)
        {
            var step = _out[at].First(i => distance.GetValueOrDefault(_edges[i].To, int.MaxValue) == distance[at] - 1);
            route.Add(step);
            at = _edges[step].To;
        }

        route.Add(Best(_out[at].Where(isNew), isNew));
        return route;
    }

    /// <summary>A new way from where the path ends, or one step further; opening a page anew costs no more than that.</summary>
    private List<int> Next(List<int> path, Func<int, bool> isNew, int room)
    {
        var at = _edges[path[^1]].To;
        if (_out[at].Where(isNew).ToArray() is { Length: > 0 } here)
        {
            return [Best(here, isNew)];
        }

        var over = room < 2 ? [] : _out[at].Where(i => _out[_edges[i].To].Any(isNew)).Take(1).ToArray();
        return over.Length == 0 ? [] : [over[0], Best(_out[_edges[over[0]].To].Where(isNew), isNew)];
    }

    private int Best(IEnumerable<int> edges, Func<int, bool> isNew) => edges.OrderByDescending(i => _out[_edges[i].To].Count(isNew)).ThenBy(i => i).First();
}
