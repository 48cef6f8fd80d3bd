using System.Text.Json;
using Npgsql;

namespace TestForge.Bench.Load;

/// <summary>The plans of the queries that lists and workers are made of, as the serving role with a tenant set: none may read a large table from end to end.</summary>
internal static class QueryPlans
{
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["a page of runs"] = "SELECT * FROM runs WHERE tenant_id = $tenant AND project_id = $project ORDER BY id DESC LIMIT 51",
        ["a later page of runs"] = "SELECT * FROM runs WHERE tenant_id = $tenant AND project_id = $project AND id < $run ORDER BY id DESC LIMIT 51",
        ["the cases of a run"] = "SELECT * FROM run_cases WHERE tenant_id = $tenant AND run_id = $run ORDER BY id DESC LIMIT 51",
        ["the attempts of a run"] = "SELECT * FROM run_attempts WHERE tenant_id = $tenant AND run_id = $run ORDER BY id DESC LIMIT 51",
        ["the events after one"] = "SELECT * FROM run_events WHERE tenant_id = $tenant AND run_id = $run AND number > 0 ORDER BY number LIMIT 500",
        ["a key"] = "SELECT * FROM api_keys WHERE tenant_id = $tenant AND hash = 'x'",
        ["a page of the audit log"] = "SELECT * FROM audit_entries WHERE tenant_id = $tenant ORDER BY id DESC LIMIT 51",
        ["the next work"] = "SELECT * FROM work_items WHERE kind = 'run' AND due_at <= now() AND (leased_until IS NULL OR leased_until <= now()) ORDER BY turn, id LIMIT 8",
    };

    public static async Task<(int Checked, int Scanning)> CheckAsync(string connection, LoadData data)
    {
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        var scanning = 0;
        var tenant = data.Tenants[data.Tenants.Count / 2];
        foreach (var (what, query) in Queries)
        {
            await using var transaction = await db.BeginTransactionAsync();
            await using (var set = new NpgsqlCommand($"SELECT set_config('app.tenant_id', '{tenant.Id}', true)", db, transaction))
            {
                await set.ExecuteNonQueryAsync();
            }

            var sql = query.Replace("$tenant", $"'{tenant.Id}'").Replace("$project", $"'{tenant.Project}'").Replace("$run", $"'{tenant.Running}'");
            await using var explain = new NpgsqlCommand($"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", db, transaction);
            using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!);
            var root = plan.RootElement[0];
            var removed = Removed(root.GetProperty("Plan"));
            scanning += removed > 10_000 ? 1 : 0;
            Console.Error.WriteLine($"plan of {what}: {root.GetProperty("Execution Time").GetDouble():0.00} ms, {root.GetProperty("Plan").GetProperty("Shared Hit Blocks").GetInt64() + root.GetProperty("Plan").GetProperty("Shared Read Blocks").GetInt64()} blocks, {removed} rows read for nothing, {string.Join(" < ", Nodes(root.GetProperty("Plan")))}");
        }

        return (Queries.Count, scanning);
    }

    private static IEnumerable<string> Nodes(JsonElement plan)
    {
        yield return plan.TryGetProperty("Index Name", out var index) ? $"{plan.GetProperty("Node Type").GetString()} {index.GetString()}" : plan.GetProperty("Node Type").GetString()!;
        foreach (var node in plan.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().SelectMany(Nodes).Distinct() : [])
        {
            yield return node;
        }
    }

    private static long Removed(JsonElement plan) =>
        (plan.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetInt64() * plan.GetProperty("Actual Loops").GetInt64() : 0)
        + (plan.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().Sum(Removed) : 0);
}
