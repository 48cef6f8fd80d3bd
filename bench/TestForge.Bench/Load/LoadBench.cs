using System.Text.Json;
using TestForge.TestKit.Databases;

namespace TestForge.Bench.Load;

/// <summary>The server under load, and in the same run a bare minimal API over the same tables.</summary>
internal static class LoadBench
{
    private const int Rounds = 3;
    private const int Busy = 64;
    private const int Wide = 512;
    private const int Probes = 2_000;

    // Until the code that answers has been compiled for good.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string server, int tenants, long attempts)
    {
        var folder = Directory.CreateTempSubdirectory("testforge-load-");
        try
        {
            return await RunAsync(server, folder.FullName, tenants, attempts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(string server, string folder, int tenants, long attempts)
    {
        await using var postgres = await PostgresServer.StartAsync(CancellationToken.None);
        var database = postgres.NewDatabase();
        var environment = new Dictionary<string, string>
        {
            ["TESTFORGE_DATABASE"] = postgres.Connection(database, PostgresServer.App),
            ["TESTFORGE_DATABASE_OWNER"] = postgres.Connection(database, PostgresServer.Owner),
            ["TESTFORGE_MASTER_KEY"] = Convert.ToBase64String(new byte[32]),
            ["TESTFORGE_DATA"] = folder,
            ["Limits__PerKey"] = "10000000",
            ["Limits__PerTenant"] = "10000000",
            ["Limits__PerStranger"] = "10000000",
            ["DOTNET_gcServer"] = "0",
        };
        var above = postgres.Connection(database, PostgresServer.Superuser);
        await LoadServer.RunAsync(server, ["db", "migrate"], environment);
        Say($"{tenants} tenants, {attempts} attempts …");
        var data = await LoadData.FillAsync(above, tenants, attempts);
        var plans = await QueryPlans.CheckAsync(postgres.Connection(database, PostgresServer.App), data);

        using var product = await LoadServer.StartAsync(server, port => ["serve", "--urls", $"http://127.0.0.1:{port}", "--parallel", "0"], "/health/ready", environment);
        using var bare = await LoadServer.StartAsync(typeof(LoadBench).Assembly.Location, port => ["load-bare", above, $"http://127.0.0.1:{port}"], "/health", environment);
        var idle = product.Memory;
        Say($"ready after {product.Ready.TotalMilliseconds:0} ms, {idle} MiB");

        var reads = await CompareAsync("reads", Reads(data, product.Port), BareReads(data, bare.Port));
        var writes = await CompareAsync("writes", Writes(data, product.Port), BareWrites(data, bare.Port));
        var half = await Load.AtRateAsync(Reads(data, product.Port), Wide, reads.Product / 2, Steady);
        Say($"half of it: {half.PerSecond} a second, p50 {half.Percentile(0.5)} ms, p99 {half.Percentile(0.99)} ms, {half.Other} other answers");
        var twice = await Load.AtRateAsync(Reads(data, product.Port), Wide, reads.Product * 2, Steady);
        Say($"twice: {twice.PerSecond} done and {twice.Refused / twice.Time.TotalSeconds:0} refused a second, p50 {twice.Percentile(0.5)} ms, p99 {twice.Percentile(0.99)} ms, {twice.Other} other answers");
        var streams = await StreamBench.RunAsync(data, product, above);
        var leaked = await ProbeAsync(data, product.Port);

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            tenants,
            attempts,
            readsPerSecond = reads.Product,
            bareReadsPerSecond = reads.Bare,
            readRatio = reads.Ratio,
            writesPerSecond = writes.Product,
            bareWritesPerSecond = writes.Bare,
            writeRatio = writes.Ratio,
            halfP50Ms = half.Percentile(0.5),
            halfP99Ms = half.Percentile(0.99),
            twiceP50Ms = twice.Percentile(0.5),
            twiceP99Ms = twice.Percentile(0.99),
            twiceDonePerSecond = twice.PerSecond,
            twiceRefused = twice.Refused,
            otherAnswers = half.Other + twice.Other,
            readyMs = Math.Round(product.Ready.TotalMilliseconds),
            memoryMiB = idle,
            streams = streams.Open,
            streamsMiB = streams.Memory,
            eventP50Ms = streams.P50,
            eventP99Ms = streams.P99,
            plansChecked = plans.Checked,
            plansScanning = plans.Scanning,
            probes = Probes,
            leaked,
        }));
        return leaked == 0 ? 0 : 1;
    }

    // By turns, so that a machine that gets slower does so for both.
    private static async Task<(double Product, double Bare, double Ratio)> CompareAsync(string what, Target product, Target bare)
    {
        await Load.SaturateAsync(product, Busy, Warm);
        await Load.SaturateAsync(bare, Busy, Warm);
        var pairs = new List<(double Product, double Bare)>();
        for (var i = 0; i < Rounds; i++)
        {
            var ours = await Load.SaturateAsync(product, Busy, Round);
            var theirs = await Load.SaturateAsync(bare, Busy, Round);
            pairs.Add((ours.PerSecond, theirs.PerSecond));
            Say($"{what}: {ours.PerSecond} a second, p50 {ours.Percentile(0.5)} ms, p99 {ours.Percentile(0.99)} ms, {ours.Refused} refused, {ours.Other} other answers; bare {theirs.PerSecond}, p99 {theirs.Percentile(0.99)} ms, {theirs.Other} other");
        }

        var middle = pairs.OrderBy(p => p.Product / p.Bare).ElementAt(Rounds / 2);
        return (middle.Product, middle.Bare, Math.Round(middle.Product / middle.Bare, 2));
    }

    private static Target Reads(LoadData data, int port) => new("127.0.0.1", port, [.. data.Tenants.Select(t => Target.Get($"/api/v1/projects/{t.Project}/runs?limit=20", t.Authorization))]);

    private static Target BareReads(LoadData data, int port) => new("127.0.0.1", port, [.. data.Tenants.Select(t => Target.Get($"/projects/{t.Project}/runs?limit=20", $"X-Tenant: {t.Id}"))]);

    private static Target Writes(LoadData data, int port) => new("127.0.0.1", port, [.. data.Tenants.Select(t => Target.Post("/api/v1/projects", t.Authorization, NewProject))]);

    private static Target BareWrites(LoadData data, int port) => new("127.0.0.1", port, [.. data.Tenants.Select(t => Target.Post("/projects", $"X-Tenant: {t.Id}", NewProject))]);

    private const string NewProject = """{"name":"Shop","baseUrl":"http://93.184.216.34/"}""";

    // Each tenant asks for what is another's.
    private static async Task<int> ProbeAsync(LoadData data, int port)
    {
        using var connection = new Connection();
        await connection.OpenAsync(new("127.0.0.1", port, []));
        var leaked = 0;
        for (var i = 0; i < Probes; i++)
        {
            var (own, other) = (data.Tenants[i % data.Tenants.Count], data.Tenants[(i + 1 + (i / data.Tenants.Count)) % data.Tenants.Count]);
            var path = (i % 4) switch
            {
                0 => $"/api/v1/projects/{other.Project}",
                1 => $"/api/v1/projects/{other.Project}/runs",
                2 => $"/api/v1/runs/{other.Running}",
                _ => $"/api/v1/runs/{other.Running}/cases",
            };
            var status = await connection.SendAsync(Target.Get(path, own.Authorization), keepText: true);
            leaked += status == 404 && !connection.Text.Contains(other.Id.ToString(), StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        }

        Say($"{Probes} probes of other tenants, {leaked} answered with anything but 404");
        return leaked;
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
