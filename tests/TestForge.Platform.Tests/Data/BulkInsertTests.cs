using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Tests.Data;

/// <summary>Rows that go in by the thousand are the rows that the tracker would have written, and stay behind the same walls.</summary>
public sealed class BulkInsertTests(Databases databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.PgBouncer)]
    public async Task All_values_come_back_as_they_were(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var (run, rows) = await RowsAsync(rig, count: 7_000);

        await rig.Work.WriteAsync(rig.Acme, db => BulkInsert.AddAsync(db, rows, Token), Token);

        var attempts = await rig.Work.ReadAsync(rig.Acme, db => db.RunAttempts.AsNoTracking().Where(a => a.RunId == run && a.Number > 1).OrderBy(a => a.Number).ToArrayAsync(Token), Token);
        attempts.Length.ShouldBe(7_000);
        JsonSerializer.Serialize(attempts).ShouldBe(JsonSerializer.Serialize(rows.OfType<RunAttempt>()));
        var heal = await rig.Work.ReadAsync(rig.Acme, db => db.RunHeals.AsNoTracking().SingleAsync(h => h.ElementKey == "bulk", Token), Token);
        (heal.Decision, heal.NewLocator, heal.Proved).ShouldBe((HealDecision.Healed, null, true));
    }

    [Fact]
    public async Task A_row_of_another_tenant_is_refused()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();
        var (_, rows) = await RowsAsync(rig, count: 1);

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => rig.Work.WriteAsync(rig.Rival, db => BulkInsert.AddAsync(db, rows, Token), Token));
        refused.Message.ShouldContain("another tenant");
    }

    [Fact]
    public async Task What_is_too_long_for_its_column_is_an_error_and_not_cut()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();
        var (run, _) = await RowsAsync(rig, count: 1);
        var artifact = new RunArtifact { Id = Guid.CreateVersion7(), TenantId = rig.Acme, RunId = run, Kind = new('k', 41), Sha256 = new('b', 64), Length = 3, Name = "long.txt" };

        await Should.ThrowAsync<Npgsql.PostgresException>(() => rig.Work.WriteAsync(rig.Acme, db => BulkInsert.AddAsync(db, [artifact], Token), Token));
    }

    private static async Task<(Guid Run, IReadOnlyList<object> Rows)> RowsAsync(Rig rig, int count)
    {
        var @case = await rig.Work.ReadAsync(rig.Acme, db => db.RunCases.AsNoTracking().SingleAsync(Token), Token);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var rows = Enumerable.Range(2, count).Select(object (i) => new RunAttempt
        {
            Id = Guid.CreateVersion7(now),
            TenantId = rig.Acme,
            RunId = @case.RunId,
            CaseId = @case.Id,
            Number = i,
            Passed = i % 2 == 0,
            StartedAt = now.AddMilliseconds(i),
            Milliseconds = i,
            FailureClass = i % 2 == 0 ? null : FailureClass.Timing,
            Message = i % 2 == 0 ? null : $"It's \"{i}\", \\ and {{}}, NULL",
        });
        var heal = new RunHeal { Id = Guid.CreateVersion7(), TenantId = rig.Acme, RunId = @case.RunId, ElementKey = "bulk", ElementName = "Buy", Page = "/", Decision = HealDecision.Healed, OldLocator = "{}", NewLocator = null, Proved = true, Patched = false, Reason = "by name" };
        return (@case.RunId, [.. rows, heal]);
    }
}
