using System.Globalization;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Robots;
using TestForge.Engine.Discovery.States;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>One crawl: follows links until none is left, then tries the controls no link stands for, and follows what those led to.</summary>
internal sealed class Crawl
{
    /// <summary>A pause between pages that the user should hear of.</summary>
    private const double SlowSeconds = 1;

    /// <summary>One page in so many, and this many at most, is kept for what only trying controls leads to, such as a checkout: the last product of a catalogue tells less.</summary>
    private const int ShareForActed = 6;
    private const int MostForActed = 20;

    private readonly DiscoverInput _input;
    private readonly IRunEvents _events;
    private readonly TimeProvider _clock;
    private readonly CrawlScope _scope;
    private readonly Frontier _frontier;
    private readonly TriedControls _tried = new();
    private readonly MapBuilder _map = new();
    private readonly PictureAllowance _pictures = new();
    private readonly Queue<int> _unexplored = new();
    private readonly CrawlBudget _budget;
    private readonly List<QueuedUrl> _underWay = [];
    private SiteGuide? _guide;
    private readonly List<string> _exploring = [];
    private readonly long _started;
    private Uri _target;
    private int _visited;
    private int _keptForActed;

    public Crawl(DiscoverInput input, IRunEvents events, TimeProvider clock, CrawlBudget budget)
    {
        _budget = budget;
        _input = input;
        _events = events;
        _clock = clock;
        _started = clock.GetTimestamp();
        _target = input.Target;
        _scope = new(input.Target, input.Scope);
        _frontier = new(_scope, input.Limits, input.Session.SignedIn);
        _keptForActed = input.Limits.TryControls ? Math.Min(input.Limits.MaxPages / ShareForActed, MostForActed) : 0;
        _frontier.Offer(UrlNormalForm.Parse(input.Target.AbsoluteUri) ?? input.Target, depth: 0, fromPageId: null);
    }

    /// <summary>Gives the addresses that files of the application name, each once.</summary>
    public Func<IReadOnlyList<Uri>> NamedInFiles { get; init; } = () => [];

    /// <summary>Visits until nothing is left, the budget is used up, or the run is stopped. Returns the map of what was found.</summary>
    public async Task<SiteMap> RunAsync(CrawlTabs tabs, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _budget.Token);
        var links = new OrderedWork<Visitor, QueuedUrl, VisitedPage>(
            tabs.All,
            tabs.Limit.Now,
            underWay => _map.Pages.Count + underWay < _input.Limits.MaxPages ? Take(idle: underWay == 0, actedOnly: _map.Pages.Count + underWay >= _input.Limits.MaxPages - _keptForActed) : null,
            (tab, next, token) => tab.VisitAsync(next.Url, NeedsNoPicture, token),
            Commit);
        var actions = new OrderedWork<Visitor, Exploration, ExploredPage>(
            tabs.All,
            tabs.Limit.Now,
            _ => NextExploration(),
            (tab, next, token) => tab.ExploreAsync(next.Page, next.Known, next.Rules, token),
            (next, explored) => Commit(next.Page, explored));

        var running = await StartAsync(tabs.All[0], stop.Token);
        while (running)
        {
            running = await links.RunAsync(stop.Token) && await actions.RunAsync(stop.Token);
            if ((_frontier.Count == 0 && !OfferNamedInFiles()) || _map.Pages.Count >= _input.Limits.MaxPages)
            {
                break;
            }

            _keptForActed = _frontier.HasActed ? _keptForActed : 0;
        }

        return Finish(interrupted: !running && _budget.Spent is null);
    }

    private bool NeedsNoPicture(VisitedPage page) => _map.Knows(page) || !_pictures.Take(page.Url ?? _target);

    // Where the application is shows only on the first page; what it asks of crawlers is to be known before the second.
    private async Task<bool> StartAsync(Visitor tab, CancellationToken cancellationToken)
    {
        try
        {
            if (Take(idle: true) is { } start)
            {
                Commit(start, await tab.VisitAsync(start.Url, NeedsNoPicture, cancellationToken));
            }

            if (_map.Pages is [{ Outcome: PageOutcome.Ok or PageOutcome.HttpError }, ..])
            {
                Follow(await tab.GuideAsync(new(_scope, _input.Limits), _target, cancellationToken));
            }

            return !cancellationToken.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Follow(SiteGuide guide)
    {
        _guide = guide;
        if (_input.Limits.RespectRobots && guide.Rules is { } rules)
        {
            _frontier.Robots = rules;
            _budget.SlowDown(rules.CrawlDelaySeconds);
            if (rules.CrawlDelaySeconds >= SlowSeconds)
            {
                _events.Publish(new RunEvent.RunWarning("robots.crawl_delay", string.Create(CultureInfo.InvariantCulture, $"robots.txt asks for {rules.CrawlDelaySeconds} s between two pages, so exploring takes long. If the application is yours, --ignore-robots explores it at full speed.")));
            }
        }

        // A path that is named there may be a page, and one that no link leads to.
        foreach (var url in guide.Rules?.Rules.Select(r => r.AddressIn(_target)).OfType<Uri>().Where(_scope.Contains) ?? [])
        {
            _frontier.OfferGuess(url, depth: 1, fromPageId: null);
        }

        foreach (var url in guide.Pages)
        {
            _frontier.OfferListed(url);
        }

        if (guide.Omitted > 0)
        {
            _frontier.Skip("addresses in sitemaps", "sitemap-limit", $"{guide.Omitted} more than can be visited are left out", null);
        }
    }

    private QueuedUrl? Take(bool idle, bool actedOnly = false)
    {
        // What files name comes last, when nothing is under way that could load more of them: the order is the same each time.
        if ((_frontier.Take(idle, actedOnly) ?? (idle && !actedOnly && OfferNamedInFiles() ? _frontier.Take(idle) : null)) is not { } next)
        {
            return null;
        }

        _underWay.Add(next);
        return next;
    }

    private bool OfferNamedInFiles()
    {
        foreach (var url in NamedInFiles().Where(_scope.Contains))
        {
            _frontier.OfferGuess(url, depth: 1, fromPageId: null);
        }

        return _frontier.Count > 0;
    }

    private Exploration? NextExploration()
    {
        // A sibling of a page that is being explored waits until it is known what was tried there.
        if (!_unexplored.TryPeek(out var number) || _map.Pages[number] is not { } page || _exploring.Contains(Siblings.KeyOf(page)))
        {
            return null;
        }

        _unexplored.Dequeue();
        _exploring.Add(Siblings.KeyOf(page));
        return new(page, _tried.Of(page), new(_target, _input.Limits.AllowDestructive, _input.Session.SignedIn, new(), _frontier.Robots));
    }

    private void Commit(QueuedUrl queued, VisitedPage visited)
    {
        _visited++;
        _underWay.Remove(queued);
        var final = visited.Url ?? queued.Url;
        if (queued.Depth == 0 && visited.Outcome is (PageOutcome.Ok or PageOutcome.HttpError) && !TargetMoves.SameOrigin(_target, final))
        {
            CommitMoved(queued, visited, final);
        }
        else if (queued.Guess && (visited.Outcome != PageOutcome.Ok || !_scope.Contains(final)))
        {
            _frontier.Refute(queued);
        }
        else if (queued.Depth > 0 && !_scope.Contains(final) && visited.Outcome is (PageOutcome.Ok or PageOutcome.HttpError))
        {
            _frontier.Skip(queued.Url.AbsoluteUri, "out-of-scope", $"it redirects to {final.GetLeftPart(UriPartial.Path)}", queued.FromPageId);
        }
        else if (visited.Outcome == PageOutcome.NotADocument && queued.Depth > 0)
        {
            _frontier.Skip(queued.Url.AbsoluteUri, "not-a-document", visited.Detail ?? "the answer is no document", queued.FromPageId);
        }
        else
        {
            Keep(queued, visited, final);
        }

        _events.Publish(new RunEvent.PageVisited(SecretsInUrls.Hide(queued.Url.AbsoluteUri), visited.Outcome.ToString(), _map.Pages.Count, _frontier.Count));
    }

    // The user named one address; what it leads to is the application only when it is plainly the same site.
    private void CommitMoved(QueuedUrl queued, VisitedPage visited, Uri final)
    {
        var (from, to) = (_target.GetLeftPart(UriPartial.Authority), final.GetLeftPart(UriPartial.Authority));
        if (!TargetMoves.SameSite(_target, final))
        {
            _frontier.Skip(queued.Url.AbsoluteUri, "out-of-scope", $"it redirects to {to}", queued.FromPageId);
            _events.Publish(new RunEvent.RunWarning("target.redirects_elsewhere", $"{from} redirects to another site, {to}, which is not tested. To test that one, give its address."));
            return;
        }

        _target = new(to + "/");
        _scope.MoveTo(_target);
        _events.Publish(new RunEvent.RunWarning("target.redirected", $"{from} redirects to {to}; that is what is tested."));
        Keep(queued, visited, final);
    }

    private void Keep(QueuedUrl queued, VisitedPage visited, Uri final)
    {
        if (queued.Guess)
        {
            _frontier.Confirm(queued);
        }

        var page = SitePages.From(_map.NextId, queued.Depth, queued.Url, visited, _scope);
        var added = _map.Add(queued.Url, final, page, visited.Facts?.Code);
        _frontier.Learn(queued.Url, alike: !added);

        // A page that looks like another still has links of its own.
        foreach (var link in page.Links)
        {
            _frontier.Offer(new(link.Url), queued.Depth + 1, added ? page.Id : _map.IdOf(final));
        }

        foreach (var address in visited.Facts?.Addresses ?? [])
        {
            Offer(address, queued.Depth + 1, added ? page.Id : _map.IdOf(final));
        }

        if (!added)
        {
            return;
        }

        foreach (var hazard in page.Elements.Where(e => e.Hazard is not null && e.Visible))
        {
            _frontier.Skip($"{hazard.Print.Role} '{hazard.Print.Name}'", "destructive", hazard.Hazard!, page.Id);
        }

        if (page.Outcome == PageOutcome.Ok && _input.Limits.TryControls)
        {
            _unexplored.Enqueue(_map.Pages.Count - 1);
        }
    }

    private void Offer(FactsAddress address, int depth, string? pageId)
    {
        if (UrlNormalForm.Parse(address.Url) is not { } url || !_scope.Contains(url))
        {
            return;
        }

        if (address.Guess)
        {
            _frontier.OfferGuess(url, depth, pageId);
        }
        else
        {
            _frontier.Offer(url, depth, pageId);
        }
    }

    private void Commit(SitePage page, ExploredPage explored)
    {
        _exploring.Remove(Siblings.KeyOf(page));
        if (_map.AddExplored(page, explored, _tried.Of(page), _input.Limits.MaxStates))
        {
            _frontier.Skip($"states of {page.Url}", "max-states", $"the limit of {_input.Limits.MaxStates} states was reached", page.Id);
        }

        _tried.Add(page, explored);
        foreach (var skipped in explored.Skipped)
        {
            _frontier.Skip(skipped.What, skipped.Code, skipped.Reason, page.Id);
        }

        foreach (var url in explored.Seen.Concat(explored.Moves.Select(m => m.ToUrl).OfType<Uri>()))
        {
            _frontier.Offer(url, page.Depth + 1, page.Id, acted: true);
        }
    }

    private SiteMap Finish(bool interrupted)
    {
        var (code, reason) = interrupted
            ? ("interrupted", "the run was stopped before it was visited")
            : _budget.Spent ?? ("max-pages", $"the limit of {_input.Limits.MaxPages} pages was reached");
        if ((interrupted || _budget.Spent is not null) && _exploring.Count + _unexplored.Count is > 0 and var untried)
        {
            _frontier.Skip($"controls of {untried} page(s)", code, reason, null);
        }

        // What was being visited when the crawl was stopped was not seen either.
        var left = 0;
        while ((_underWay.Count > 0 ? _underWay[0] : _frontier.Take(idle: true)) is { } next)
        {
            _underWay.Remove(next);
            if (next.Guess)
            {
                continue;
            }

            left++;
            _frontier.Skip(next.Url.AbsoluteUri, code, reason, next.FromPageId);
        }

        if (!interrupted && _budget.Spent is { } spent)
        {
            _events.Publish(new RunEvent.RunWarning("discover.out_of_budget", $"Exploring ended early: {spent.Reason}. {left} known addresses were left out."));
        }

        var disallowed = _frontier.Skipped.Count(s => s.Code == Frontier.RobotsCode);
        if (disallowed > 0)
        {
            _events.Publish(new RunEvent.RunWarning("robots.disallowed", $"robots.txt keeps {disallowed} of the addresses and forms found from being tested. If the application is yours, --ignore-robots tests them too."));
        }

        return new()
        {
            Robots = _guide is null ? null : new(_guide.Rules is not null, _input.Limits.RespectRobots, disallowed, _guide.Rules?.CrawlDelaySeconds ?? 0, [.. _guide.Sitemaps.Select(s => SecretsInUrls.Hide(s.AbsoluteUri))]),
            Target = _target,
            Pages = _map.FinishedPages(),
            Transitions = _map.Transitions(),
            States = _map.States,
            Skipped = [.. _frontier.Skipped.Select(s => s with { What = SecretsInUrls.Hide(s.What) })],
            Stats = new(_visited, _map.Merged, left, (long)_clock.GetElapsedTime(_started).TotalMilliseconds),
            Interrupted = interrupted,
        };
    }

    /// <summary>A page whose controls are to be tried, and the keys of controls that were tried already.</summary>
    private sealed record Exploration(SitePage Page, IReadOnlySet<long> Known, ExplorationRules Rules);
}
