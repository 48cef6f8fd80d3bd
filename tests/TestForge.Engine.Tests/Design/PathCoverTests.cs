using TestForge.Engine.Design.Paths;

namespace TestForge.Engine.Tests.Design;

public sealed class PathCoverTests
{
    private const int Longest = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_way_in_reach_is_taken_by_paths_that_hold_together(int seed)
    {
        var (edges, starts) = Graph(seed);
        var paths = new PathCover(edges, starts, Longest).Edges().ToArray();

        foreach (var path in paths)
        {
            path.Count.ShouldBeInRange(1, Longest);
            starts.ShouldContain(edges[path[0]].From);
            path.Zip(path.Skip(1)).ShouldAllBe(p => edges[p.First].To == edges[p.Second].From);
        }

        var taken = paths.SelectMany(p => p).Select(i => edges[i].Key).ToHashSet();
        edges.Where((e, i) => e.Wanted && Reach(edges, starts, e) <= Longest).Select(e => e.Key).Except(taken).ShouldBeEmpty();

        // Opening a page and one way of it, for each way, is the plain answer.
        var ways = edges.Where(e => e.Wanted).DistinctBy(e => e.Key).Count();
        (paths.Length + paths.Sum(p => p.Count)).ShouldBeLessThan(2 * ways);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_pair_of_ways_in_reach_is_taken(int seed)
    {
        var (edges, starts) = Graph(seed);
        var cover = new PathCover(edges, starts, Longest);
        var single = cover.Edges().ToArray();
        var all = single.Concat(cover.Pairs(single, (a, b) => a.Wanted && b.Wanted)).ToArray();

        var taken = all.SelectMany(p => p.Zip(p.Skip(1))).Select(p => (edges[p.First].Key, edges[p.Second].Key)).ToHashSet();
        var wanted = from a in edges
                     where a.Wanted && Reach(edges, starts, a) < Longest
                     from b in edges
                     where b.Wanted && b.From == a.To
                     select (a.Key, b.Key);
        wanted.Except(taken).ShouldBeEmpty();
    }

    [Fact]
    public void A_site_whose_navigation_is_the_same_everywhere_needs_few_steps()
    {
        var pages = Enumerable.Range(0, 8).Select(i => $"p{i}").ToArray();
        var edges = pages.SelectMany(from => pages.Where(to => to != from).Select(to => new PathEdge(from, to, $"shared|{to}"))).ToArray();

        var paths = new PathCover(edges, pages.ToHashSet(), Longest).Edges().ToArray();

        paths.Sum(p => p.Count).ShouldBe(8);
        paths.Length.ShouldBe(2);
    }

    private static int Reach(PathEdge[] edges, HashSet<string> starts, PathEdge wanted)
    {
        var seen = starts.ToDictionary(s => s, _ => 0);
        var queue = new Queue<string>(starts);
        while (queue.TryDequeue(out var at))
        {
            foreach (var edge in edges.Where(e => e.From == at && seen.TryAdd(e.To, seen[at] + 1)))
            {
                queue.Enqueue(edge.To);
            }
        }

        return seen.TryGetValue(wanted.From, out var distance) ? distance + 1 : int.MaxValue;
    }

    private static (PathEdge[] Edges, HashSet<string> Starts) Graph(int seed)
    {
        var random = new Random(seed);
        var edges = Enumerable.Range(0, 60).Select(i => new PathEdge($"n{random.Next(15)}", $"n{random.Next(15)}", $"k{i}", Wanted: random.Next(5) > 0)).ToArray();
        return (edges, [.. Enumerable.Range(0, 6).Select(i => $"n{i}")]);
    }
}
