using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Work;

namespace TestForge.Server.Tests.Retention;

/// <summary>Rows as they would be after years, and a turn of retention at once.</summary>
internal static class OldRows
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TenantId FirstTenant(this ServerRig server)
    {
        ApiKeyText.TryRead(server.FirstKey!, out var tenant).ShouldBeTrue();
        return tenant;
    }

    public static Task<T> ReadAsync<T>(this ServerRig server, TenantId tenant, Func<PlatformDb, Task<T>> read) => server.Services.GetRequiredService<TenantWork>().ReadAsync(tenant, read, Token);

    public static Task<int> AddAsync(this ServerRig server, TenantId tenant, params object[] rows) => server.Services.GetRequiredService<TenantWork>().WriteAsync(
        tenant,
        async db =>
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync(Token);
        },
        Token);

    /// <summary>A run that ended so many days ago, with a row of each kind and a file.</summary>
    public static async Task<Guid> OldRunAsync(this ServerRig server, TenantId tenant, Guid project, Guid environment, int days, int events = 3)
    {
        var at = Ago(days);
        var artifacts = server.Services.GetRequiredService<IRunArtifacts>();
        var run = new Run { Id = Guid.CreateVersion7(at), TenantId = tenant, ProjectId = project, EnvironmentId = environment, Target = "https://shop.example", Status = RunStatus.Passed, Settings = new(), QueuedAt = at, StartedAt = at, FinishedAt = at, LastEvent = events };
        var file = await artifacts.StoreOf(tenant, run.Id).PutAsync(ArtifactKinds.ReportHtml, "<html>old</html>"u8.ToArray(), Token);
        var @case = new RunCase { Id = Guid.CreateVersion7(at), TenantId = tenant, RunId = run.Id, Key = "k", Title = "t", Feature = "f", Technique = "smoke", Risk = 1, Verdict = Verdict.Passed };
        await server.AddAsync(
            tenant,
            [
                run,
                @case,
                new RunAttempt { Id = Guid.CreateVersion7(at), TenantId = tenant, RunId = run.Id, CaseId = @case.Id, Number = 1, Passed = true, StartedAt = at, Milliseconds = 1 },
                new RunArtifact { Id = Guid.CreateVersion7(at), TenantId = tenant, RunId = run.Id, Kind = file.Kind, Sha256 = file.Sha256, Length = file.Length, Name = "report.html" },
                .. Enumerable.Range(1, events).Select(i => new RecordedEvent { Id = Guid.CreateVersion7(at), TenantId = tenant, RunId = run.Id, Number = i, At = at, Kind = "page-visited", Data = "{}" }),
            ]);
        return run.Id;
    }

    /// <summary>Lines of the audit log as they were written so many days ago. Only for a tenant whose log has no younger ones.</summary>
    public static Task<int> OldLinesAsync(this ServerRig server, TenantId tenant, int days, int lines) => server.Services.GetRequiredService<TenantWork>().WriteAsync(
        tenant,
        db =>
        {
            db.Audit.Begin("UpdateProject", new(ActorKind.ApiKey, Guid.NewGuid(), "192.0.2.7"), Ago(days));
            for (var i = 0; i < lines; i++)
            {
                db.Audit.Add(new("project", Guid.NewGuid(), null, "{}"));
            }

            return Task.FromResult(lines);
        },
        Token);

    /// <summary>Gives a tenant its turn now, and waits until it was taken.</summary>
    public static async Task RetainAsync(this ServerRig server, TenantId tenant)
    {
        var work = server.Services.GetRequiredService<TenantWork>();
        await server.Services.GetRequiredService<Platform.Retention.Upkeep>().GiveTurnsAsync(Token);
        var soon = TimeProvider.System.GetUtcNow();
        await WaitAsync(() => work.SharedAsync(async db => !await Items(db).AnyAsync(w => w.LeasedBy != null, Token), Token));
        await work.SharedAsync(db => Items(db).ExecuteUpdateAsync(s => s.SetProperty(w => w.DueAt, soon), Token), Token);
        server.Services.GetRequiredService<WorkSignals>().Raise(Platform.Retention.RetentionWorker.WorkKind);
        await WaitAsync(() => work.SharedAsync(async db => await Items(db).AllAsync(w => w.DueAt > soon.AddMinutes(1) && w.LeasedBy == null, Token), Token));

        IQueryable<WorkItem> Items(PlatformDb db) => db.WorkItems.Where(w => w.Kind == Platform.Retention.RetentionWorker.WorkKind && w.TenantId == tenant);
    }

    public static async Task WaitAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    public static DateTimeOffset Ago(int days) => DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddDays(-days).ToUnixTimeMilliseconds());
}
