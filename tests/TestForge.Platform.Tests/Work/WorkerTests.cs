using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Tests.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Tests.Work;

public sealed class WorkerTests(Databases databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_fails_is_begun_again_and_counted()
    {
        using var health = new WorkHealth();
        var counted = 0L;
        using var meter = new MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == WorkHealth.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted += instrument.Name == "testforge.work.restarts" && tags[0].Value is "panic" ? value : 0);
        meter.Start();
        var clock = new FakeTimeProvider();
        using var worker = new Panicking(health, clock);

        await worker.StartAsync(Token);
        while (worker.Begun < 4)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        await worker.Ended.Task.WaitAsync(Token);
        health.Counts["panic"].ShouldBe((0, 3));
        counted.ShouldBe(3);
        await worker.StopAsync(Token);
    }

    [Fact]
    public async Task Work_that_is_added_here_is_begun_without_looking_for_it()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);

        // Time stands still, so nobody who waits for it would ever look.
        var queue = new WorkQueue(rig.Work, rig.Services.GetRequiredService<WorkSignals>(), rig.Services.GetRequiredService<WorkHealth>(), TimeProvider.System);
        using var loop = new Recording(queue, rig, new FakeTimeProvider());
        await loop.StartAsync(Token);

        for (var i = 0; i < 3; i++)
        {
            var subject = Guid.NewGuid();
            await rig.Work.SharedAsync(
                async db =>
                {
                    await WorkQueue.AddAsync(db, Recording.WorkKind, rig.Acme, subject, TimeProvider.System.GetUtcNow(), Token);
                    return await db.SaveChangesAsync(Token);
                },
                Token);
            (await loop.Done.Reader.ReadAsync(Token)).ShouldBe(subject);
        }

        await loop.StopAsync(Token);
    }

    [Fact]
    public async Task A_piece_that_fails_is_counted_and_the_loop_goes_on()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);
        var queue = rig.Services.GetRequiredService<WorkQueue>();
        using var loop = new Recording(queue, rig, TimeProvider.System) { Fail = 1 };
        await loop.StartAsync(Token);
        foreach (var tenant in new[] { rig.Acme, rig.Rival })
        {
            await rig.Work.SharedAsync(
                async db =>
                {
                    await WorkQueue.AddAsync(db, Recording.WorkKind, tenant, Guid.NewGuid(), TimeProvider.System.GetUtcNow(), Token);
                    return await db.SaveChangesAsync(Token);
                },
                Token);
        }

        await loop.Done.Reader.ReadAsync(Token);

        queue.Health.Counts[Recording.WorkKind].ShouldBe((1, 0));
        await loop.StopAsync(Token);
    }

    [Fact]
    public async Task When_work_is_due_is_known_so_that_nobody_has_to_look_before()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);
        var queue = rig.Services.GetRequiredService<WorkQueue>();
        (await queue.NextAsync(Recording.WorkKind, Token)).ShouldBeNull();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await rig.Work.SharedAsync(
            async db =>
            {
                await WorkQueue.AddAsync(db, Recording.WorkKind, rig.Acme, Guid.NewGuid(), now.AddHours(1), Token);
                return await db.SaveChangesAsync(Token);
            },
            Token);

        (await queue.NextAsync(Recording.WorkKind, Token)).ShouldBe(now.AddHours(1));
    }

    private sealed class Panicking(WorkHealth health, TimeProvider clock) : Worker(health, clock, NullLogger.Instance)
    {
        public int Begun { get; private set; }

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override string Kind => "panic";

        protected override Task WorkAsync(CancellationToken cancellationToken)
        {
            Begun++;
            if (Begun < 4)
            {
                throw new InvalidOperationException("panic");
            }

            Ended.SetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Recording(WorkQueue queue, Rig rig, TimeProvider clock) : WorkLoop(queue, clock, NullLogger.Instance)
    {
        public const string WorkKind = "test";

        public int Fail { get; set; }

        public System.Threading.Channels.Channel<Guid> Done { get; } = System.Threading.Channels.Channel.CreateUnbounded<Guid>();

        protected override string Kind => WorkKind;

        protected override int Parallel => 1;

        protected override int ParallelPerTenant => 1;

        protected override async Task DoAsync(WorkItem item, CancellationToken cancellationToken)
        {
            if (Fail-- > 0)
            {
                throw new InvalidOperationException("a bug");
            }

            await rig.Work.SharedAsync(db => WorkQueue.CompleteAsync(db, item.Id, cancellationToken), cancellationToken);
            await Done.Writer.WriteAsync(item.SubjectId, cancellationToken);
        }
    }
}
