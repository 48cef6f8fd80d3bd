using System.Text.Json;
using Npgsql;
using TestForge.Platform.Access;
using TestForge.Platform.Tenancy;

namespace TestForge.Bench.Load;

/// <summary>Tenants with a project, runs, cases and attempts each, written by the database itself: a million rows in seconds.</summary>
internal sealed class LoadData
{
    private const int RunsOfTenant = 50;
    private const int AttemptsOfCase = 2;

    private const string Settings = """{"maxPages":50,"maxDepth":6,"maxTests":100,"seed":1,"pathPrefix":"/","include":[],"exclude":[]}""";

    // Any object of the right shape does; the server reads and writes it whole.
    private const string Summary = """{"runId":"00000000-0000-0000-0000-000000000001","pages":12,"passed":38,"failed":0,"flaky":0,"healed":2,"notRun":0,"findings":3,"healthScore":87.5,"interrupted":false}""";

    private LoadData(IReadOnlyList<Tenant> tenants) => Tenants = tenants;

    public IReadOnlyList<Tenant> Tenants { get; }

    /// <param name="Id">The tenant.</param>
    /// <param name="Key">Its API key.</param>
    /// <param name="Project">Its project.</param>
    /// <param name="Running">A run of it that has not ended.</param>
    public sealed record Tenant(Guid Id, string Key, Guid Project, Guid Running)
    {
        public string Authorization => $"Authorization: Bearer {Key}";
    }

    /// <param name="connection">As somebody who is above the walls.</param>
    /// <param name="tenants">How many tenants.</param>
    /// <param name="attempts">How many attempts in all.</param>
    public static async Task<LoadData> FillAsync(string connection, int tenants, long attempts)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        var made = Enumerable.Range(0, tenants).Select(_ =>
        {
            var id = Guid.CreateVersion7(now);
            return new Tenant(id, ApiKeyText.New(new TenantId(id)), Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        }).ToArray();
        var casesOfRun = (int)Math.Max(1, attempts / tenants / RunsOfTenant / AttemptsOfCase);
        await RunAsync(db, "SET session_replication_role = replica"); // Without the checks of references, which hold by construction.
        await RunAsync(
            db,
            """
            CREATE TEMP TABLE seed AS SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[]) AS s(tenant, hash, tail, project, running);
            """,
            made.Select(t => t.Id).ToArray(),
            made.Select(t => ApiKeyText.Hash(t.Key)).ToArray(),
            made.Select(t => t.Key[^4..]).ToArray(),
            made.Select(t => t.Project).ToArray(),
            made.Select(t => t.Running).ToArray());
        await RunAsync(db, $"""
            CREATE FUNCTION pg_temp.id_at(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
                SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid
            $$;
            INSERT INTO tenants (id, name, created_at) SELECT tenant, 'Tenant ' || row_number() OVER (), now() FROM seed;
            INSERT INTO api_keys (id, tenant_id, name, hash, tail, scopes, created_at) SELECT pg_temp.id_at(now()), tenant, 'load', hash, tail, '{JsonSerializer.Serialize(Scopes.All)}'::jsonb, now() FROM seed;
            INSERT INTO projects (id, tenant_id, name, description, created_at, updated_at, version) SELECT project, tenant, 'Shop', '', now(), now(), 1 FROM seed;
            INSERT INTO environments (id, tenant_id, project_id, name, base_url, variables, created_at, updated_at, version) SELECT running, tenant, project, 'default', 'http://93.184.216.34/', '{"{}"}', now(), now(), 1 FROM seed;
            CREATE TEMP TABLE new_runs AS
                SELECT CASE WHEN n = 0 THEN running ELSE pg_temp.id_at(now() - make_interval(hours => 6 * n)) END AS id, tenant, project, running AS environment, n
                FROM seed, generate_series(0, {RunsOfTenant - 1}) n;
            INSERT INTO runs (id, tenant_id, project_id, environment_id, target, status, settings, queued_at, started_at, finished_at, last_event, summary)
                SELECT id, tenant, project, environment, 'http://93.184.216.34/', CASE WHEN n = 0 THEN 'Running' ELSE 'Passed' END, '{Settings}', now(), now(), CASE WHEN n = 0 THEN NULL ELSE now() END, 1, CASE WHEN n = 0 THEN NULL ELSE '{Summary}'::jsonb END FROM new_runs;
            INSERT INTO run_events (id, tenant_id, run_id, number, at, kind, data) SELECT pg_temp.id_at(now()), tenant, id, 1, now(), 'run-queued', '{"{\"event\":\"run-queued\"}"}' FROM new_runs;
            INSERT INTO work_items (id, kind, tenant_id, subject_id, turn, due_at, leased_by, leased_until, attempts, signal) SELECT id, 'run', tenant, id, 1, now(), id, now() + interval '1 day', 1, 1 FROM new_runs WHERE n = 0;
            CREATE TEMP TABLE new_cases AS SELECT pg_temp.id_at(now() - make_interval(hours => 6 * n)) AS id, tenant, r.id AS run, n, c FROM new_runs r, generate_series(1, {casesOfRun}) c;
            INSERT INTO run_cases (id, tenant_id, run_id, key, title, feature, technique, risk, verdict) SELECT id, tenant, run, 'case-' || c, 'Case ' || c, 'Shop', 'smoke', 10, 'Passed' FROM new_cases;
            INSERT INTO run_attempts (id, tenant_id, run_id, case_id, number, passed, started_at, milliseconds)
                SELECT pg_temp.id_at(now() - make_interval(hours => 6 * n)), tenant, run, id, a, true, now(), 120 FROM new_cases, generate_series(1, {AttemptsOfCase}) a;
            """);
        foreach (var table in new[] { "tenants", "api_keys", "projects", "environments", "runs", "run_events", "run_cases", "run_attempts", "work_items" })
        {
            await RunAsync(db, $"ANALYZE {table}");
        }

        return new(made);
    }

    private static async Task RunAsync(NpgsqlConnection db, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 3_600 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
