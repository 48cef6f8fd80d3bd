using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Explores an application as one role after the other, opens for each what the others found, and says what each sees.</summary>
/// <param name="input">The crawl of the first role.</param>
/// <param name="events">Where warnings go.</param>
/// <param name="clock">Measures the crawls.</param>
/// <param name="budget">What all of it may cost together.</param>
/// <param name="open">Opens tabs for a role's session, with pictures or without.</param>
internal sealed class RoleComparison(DiscoverInput input, IRunEvents events, TimeProvider clock, CrawlBudget budget, Func<DiscoverInput, bool, CrawlTabs> open)
{
    /// <summary>Returns a view for every role that could be explored; none when the budget ends first, because half a comparison says nothing.</summary>
    /// <param name="first">What the first role found.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<RoleView>> CompareAsync(SiteMap first, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        try
        {
            var sights = new List<RoleSight> { new(input.Roles![0], first) };
            foreach (var role in input.Roles.Skip(1))
            {
                if (await CrawlAsync(role, first.Target, stop.Token) is { } map)
                {
                    sights.Add(new(role, map));
                }
            }

            var found = sights.SelectMany(s => s.Found).DistinctBy(p => p.Template).ToArray();
            foreach (var sight in sights)
            {
                await TryAsync(sight, [.. found.Where(p => !sight.Reaches(p.Template))], stop.Token);
            }

            return stop.IsCancellationRequested ? [] : [.. sights.Select(s => s.View([.. sights.Where(o => o != s)]))];
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return [];
        }
    }

    private DiscoverInput InputFor(RoleSource role, Uri target) => input with { Session = role.Session, Target = target, Roles = null };

    private async Task<SiteMap?> CrawlAsync(RoleSource role, Uri target, CancellationToken cancellationToken)
    {
        // The start is the one the user gave; only its origin may have moved.
        var start = TargetMoves.SameOrigin(input.Target, target) ? input.Target : target;
        var asRole = InputFor(role, start);
        try
        {
            await using var tabs = open(asRole, true);
            return await new Crawl(asRole, new QuietEvents(events, role.Name), clock, budget).RunAsync(tabs, cancellationToken);
        }
        catch (StageException e) when (e.Code.StartsWith("session.", StringComparison.Ordinal))
        {
            // What the other roles see is still worth knowing.
            events.Publish(new RunEvent.RunWarning(e.Code, $"The role {role.Name} is left out. {e.Message}"));
            return null;
        }
    }

    private async Task TryAsync(RoleSight sight, IReadOnlyList<RolePage> pages, CancellationToken cancellationToken)
    {
        await using var tabs = open(InputFor(sight.Role, sight.Target), false);
        var left = new Queue<RolePage>(pages.Take(input.Limits.MaxPages));
        await new OrderedWork<Visitor, RolePage, VisitedPage>(
            tabs.All,
            tabs.Limit.Now,
            _ => left.TryDequeue(out var next) ? next : null,
            (tab, page, token) => tab.VisitAsync(page.Url, _ => true, token),
            sight.Learn).RunAsync(cancellationToken);
    }
}
