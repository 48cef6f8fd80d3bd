using System.Diagnostics;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>One crawl: hands addresses to visitors and takes what they bring, in the order they were handed out, so that two crawls number pages alike.</summary>
internal sealed class Crawl(DiscoverInput input, IRunEvents events, TimeProvider clock)
{
    private readonly CrawlScope _scope = new(input.Target, input.Scope);
    private readonly MapBuilder _map = new();
    private readonly Queue<(QueuedUrl Url, Task<VisitedPage> Visit)> _underWay = new();
    private readonly long _started = clock.GetTimestamp();
    private Frontier? _frontier;
    private int _visited;

    private Frontier Queue => _frontier ??= new(_scope, input.Limits);

    /// <summary>Visits until nothing is left, the budget is used up, or the run is stopped. Returns the map of what was found.</summary>
    public async Task<SiteMap> RunAsync(IReadOnlyList<Func<Uri, CancellationToken, Task<VisitedPage>>> visitors, CancellationToken cancellationToken)
    {
        var idle = new Stack<Func<Uri, CancellationToken, Task<VisitedPage>>>(visitors);
        Queue.Offer(UrlNormalForm.Parse(input.Target.AbsoluteUri) ?? input.Target, depth: 0, fromPageId: null);
        var interrupted = false;
        while (!interrupted)
        {
            while (idle.Count > 0 && HasRoom && Queue.Take() is { } next)
            {
                _underWay.Enqueue((next, VisitAsync(idle, idle.Pop(), next, cancellationToken)));
            }

            if (_underWay.Count == 0)
            {
                break;
            }

            interrupted = !await CommitNextAsync(idle, cancellationToken);
        }

        return Finish(interrupted);
    }

    private bool HasRoom => _map.Pages.Count + _underWay.Count < input.Limits.MaxPages;

    private static async Task<VisitedPage> VisitAsync(
        Stack<Func<Uri, CancellationToken, Task<VisitedPage>>> idle,
        Func<Uri, CancellationToken, Task<VisitedPage>> visitor,
        QueuedUrl next,
        CancellationToken cancellationToken)
    {
        try
        {
            return await visitor(next.Url, cancellationToken);
        }
        finally
        {
            lock (idle)
            {
                idle.Push(visitor);
            }
        }
    }

    /// <summary>Waits for the visit handed out first; meanwhile visitors that are free take more. Returns false when the run was stopped.</summary>
    private async Task<bool> CommitNextAsync(Stack<Func<Uri, CancellationToken, Task<VisitedPage>>> idle, CancellationToken cancellationToken)
    {
        var head = _underWay.Peek().Visit;
        try
        {
            while (!head.IsCompleted)
            {
                await Task.WhenAny(_underWay.Select(u => u.Visit).Where(v => !v.IsCompleted));
                HandOut(idle, cancellationToken);
            }

            var (url, visit) = _underWay.Dequeue();
            Commit(url, await visit);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void HandOut(Stack<Func<Uri, CancellationToken, Task<VisitedPage>>> idle, CancellationToken cancellationToken)
    {
        while (HasRoom && TryPop(idle) is { } visitor)
        {
            if (Queue.Take() is not { } next)
            {
                lock (idle)
                {
                    idle.Push(visitor);
                }

                return;
            }

            _underWay.Enqueue((next, VisitAsync(idle, visitor, next, cancellationToken)));
        }
    }

    private static Func<Uri, CancellationToken, Task<VisitedPage>>? TryPop(Stack<Func<Uri, CancellationToken, Task<VisitedPage>>> idle)
    {
        lock (idle)
        {
            return idle.TryPop(out var visitor) ? visitor : null;
        }
    }

    private void Commit(QueuedUrl queued, VisitedPage visited)
    {
        _visited++;
        var final = visited.Url ?? queued.Url;
        if (!_scope.Contains(final) && visited.Outcome is PageOutcome.Ok or PageOutcome.HttpError)
        {
            Queue.Skip(queued.Url.AbsoluteUri, "out-of-scope", $"it redirects to {final.GetLeftPart(UriPartial.Path)}", queued.FromPageId);
        }
        else if (visited.Outcome == PageOutcome.NotADocument && queued.Depth > 0)
        {
            Queue.Skip(queued.Url.AbsoluteUri, "not-a-document", visited.Detail ?? "the answer is no document", queued.FromPageId);
        }
        else
        {
            Keep(queued, visited, final);
        }

        events.Publish(new RunEvent.PageVisited(Browser.SecretsInUrls.Hide(queued.Url.AbsoluteUri), visited.Outcome.ToString(), _map.Pages.Count, Queue.Count));
    }

    private void Keep(QueuedUrl queued, VisitedPage visited, Uri final)
    {
        var page = SitePages.From(_map.NextId, queued.Depth, queued.Url, visited, _scope);
        var added = _map.Add(queued.Url, final, page);
        Queue.Learn(queued.Url, alike: !added);
        if (!added)
        {
            return;
        }

        foreach (var hazard in page.Elements.Where(e => e.Hazard is not null && e.Visible))
        {
            Queue.Skip($"{hazard.Print.Role} '{hazard.Print.Name}'", "destructive", hazard.Hazard!, page.Id);
        }

        foreach (var link in page.Links)
        {
            Queue.Offer(new(link.Url), queued.Depth + 1, page.Id);
        }
    }

    private SiteMap Finish(bool interrupted)
    {
        var left = 0;
        while (Queue.Take() is { } next)
        {
            left++;
            var (code, reason) = interrupted
                ? ("interrupted", "the run was stopped before it was visited")
                : ("max-pages", $"the limit of {input.Limits.MaxPages} pages was reached");
            Queue.Skip(next.Url.AbsoluteUri, code, reason, next.FromPageId);
        }

        return new()
        {
            Target = input.Target,
            Pages = _map.FinishedPages(),
            Transitions = _map.Transitions(),
            Skipped = [.. Queue.Skipped.Select(s => s with { What = Browser.SecretsInUrls.Hide(s.What) })],
            Stats = new(_visited, _map.Merged, left, (long)clock.GetElapsedTime(_started).TotalMilliseconds),
            Interrupted = interrupted,
        };
    }
}
