using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Shares cases out among shards: the longest groups first, each to the shard that has least. The same cases and durations always give the same shards.</summary>
/// <param name="Others">Cases of the other shards.</param>
/// <param name="Mark">Says which part of which partition this is; null when all is run.</param>
internal sealed record ShardPartition(IReadOnlyList<TestCase> Others, ShardMark? Mark)
{
    public static ShardPartition Of(IReadOnlyList<TestCase> cases, Shard? shard, IReadOnlyDictionary<string, long>? milliseconds)
    {
        if (shard is null)
        {
            return new([], null);
        }

        var byId = cases.OrderBy(c => c.Id, StringComparer.Ordinal).ToArray();
        var load = new long[shard.Count];
        var places = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var groups = StateGroups.Of(byId)
            .Select(g => (Cases: g, Cost: g.Sum(c => milliseconds is null ? 1 : Math.Max(1, milliseconds[c.Id]))))
            .OrderByDescending(g => g.Cost)
            .ThenBy(g => g.Cases[0].Id, StringComparer.Ordinal);
        foreach (var (members, cost) in groups)
        {
            var place = Array.IndexOf(load, load.Min());
            load[place] += cost;
            foreach (var member in members)
            {
                places[member.Id] = place + 1;
            }
        }

        var key = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', places.Select(p => $"{p.Key} {p.Value}"))));
        return new([.. cases.Where(c => places[c.Id] != shard.Index)], new(shard.Index, shard.Count, Convert.ToHexStringLower(key)[..16]));
    }
}
