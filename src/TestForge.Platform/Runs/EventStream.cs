using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>Server-sent events of one run. Each look at the database is a short transaction of its own, so an open stream holds no connection.</summary>
internal sealed class EventStream(TenantId tenant, Guid run, long after, TenantWork work, RunSignals signals, TimeProvider clock, Action closed, CancellationToken stopping) : IResult, IStatusCodeHttpResult
{
    private const int BatchSize = 500;

    // Proxies end connections that are silent for a minute.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private long _last = after;

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            var response = httpContext.Response;
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Accel-Buffering"] = "no";
            await response.Body.FlushAsync(ended.Token);
            await SendAsync(response, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client is gone or comes back to another process, with the number of the last event it has.
        }
        finally
        {
            closed();
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        var spoke = clock.GetTimestamp();
        while (true)
        {
            var changed = signals.Changed(run);
            var (events, finished) = await ReadAsync(cancellationToken);
            foreach (var happened in events)
            {
                _last = happened.Number;
            }

            if (events.Count > 0 || clock.GetElapsedTime(spoke) > Silence)
            {
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(TextOf(events)), cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                spoke = clock.GetTimestamp();
            }

            if (finished)
            {
                return;
            }

            if (events.Count < BatchSize)
            {
                await Task.WhenAny(changed, Task.Delay(Silence, clock, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private Task<(IReadOnlyList<RecordedEvent> Events, bool Finished)> ReadAsync(CancellationToken cancellationToken) => work.ReadAsync(
        tenant,
        async db =>
        {
            var state = await db.Runs.Where(r => r.Id == run).Select(r => new { r.LastEvent, r.Status }).SingleOrDefaultAsync(cancellationToken);
            if (state is null)
            {
                return ((IReadOnlyList<RecordedEvent>)[], true);
            }

            var events = state.LastEvent > _last
                ? await db.RunEvents.AsNoTracking().Where(e => e.RunId == run && e.Number > _last).OrderBy(e => e.Number).Take(BatchSize).ToArrayAsync(cancellationToken)
                : [];
            var ended = state.Status is not (RunStatus.Queued or RunStatus.Running);
            return ((IReadOnlyList<RecordedEvent>)events, ended && (events.Length == 0 || events[^1].Number >= state.LastEvent));
        },
        cancellationToken);

    private static string TextOf(IReadOnlyList<RecordedEvent> events)
    {
        if (events.Count == 0)
        {
            return ": still here\n\n";
        }

        var text = new StringBuilder();
        foreach (var happened in events)
        {
            // The JSON is on one line by construction, and the kind is a word of ours.
            text.Append(CultureInfo.InvariantCulture, $"id: {happened.Number}\nevent: {happened.Kind}\ndata: {happened.Data}\n\n");
        }

        return text.ToString();
    }
}
