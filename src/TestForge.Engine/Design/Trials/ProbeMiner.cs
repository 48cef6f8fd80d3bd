using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Turns what a first visit shows into expectations.</summary>
internal sealed class ProbeMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    public static readonly string[] AxeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    // The check compares this much of a header.
    private const int MaxHeaderLength = 1_000;
    private const int MethodNotAllowed = 405;

    private DesignContext Context => room.Context;

    public Task MineAsync(Probe probe, CancellationToken cancellationToken)
    {
        switch (probe)
        {
            case Probe.Opens p:
                Status();
                return PageAsync(p.PageId, expectUrl: false, anyRecord: false, cancellationToken);
            case Probe.Arrives p:
                return PageAsync(p.PageId, expectUrl: true, p.AnyRecord, cancellationToken);
            case Probe.Follows p:
                return new PathMiner(room, visit, state, new(room, visit, state)).MineAsync(p.Legs, cancellationToken);
            case Probe.Carries p:
                return CarriesAsync(p, cancellationToken);
            case Probe.Shows p:
                Shows(p.ElementIds);
                return Task.CompletedTask;
            case Probe.Outcome p:
                return new OutcomeMiner(room, visit, state).MineAsync(p, cancellationToken);
            case Probe.Proves p:
                return new GoalMiner(room, visit, state).MineAsync(p, cancellationToken);
            case Probe.Expects p:
                return new ExpectationMiner(room, visit, state).MineAsync(p, cancellationToken);
            case Probe.LifeCycle p:
                return LifeCycle(p.PageId).MineAsync(cancellationToken);
            case Probe.Updates p:
                return Updates(p.PageId).MineAsync(cancellationToken);
            case Probe.Journey p:
                return Journey(p.PageId).MineAsync(p.Making, cancellationToken);
            case Probe.Withdrawal p:
                return Journey(p.PageId).WithdrawAsync(p.Making, cancellationToken);
            case Probe.Narrows p:
                return Lists(p.PageId).NarrowsAsync(p.Fill, p.Send, cancellationToken);
            case Probe.Arranges p:
                return Lists(p.PageId).ArrangesAsync(p.Choices, p.Send, cancellationToken);
            case Probe.Totals p:
                return Lists(p.PageId).TotalsAsync(cancellationToken);
            case Probe.Recalculates p:
                return new RecalculationMiner(room, visit, new(room, visit, state), p.PageId).MineAsync(p.Changes, p.Send, cancellationToken);
            case Probe.Holds p:
                return HoldsAsync(p, cancellationToken);
            case Probe.LinksResolve p:
                return LinksAsync(p, cancellationToken);
            case Probe.ConsoleClean p:
                See(new StepAction.ExpectConsoleClean([.. visit.Session.Recorder.Console.Concat(Context.Page(p.PageId).Console)
                    .Where(e => e.Level is "error" or "exception").Select(e => e.Text).Distinct()]));
                return Task.CompletedTask;
            case Probe.RequestsSucceed p:
                See(new StepAction.ExpectRequestsSucceed([.. visit.Session.Recorder.FailedRequests.Concat(Context.Page(p.PageId).FailedRequests)
                    .Select(r => TargetPaths.Relative(Context.Site.Target, r.Url)?.Split('?', '#')[0]).OfType<string>().Distinct()]));
                return Task.CompletedTask;
            case Probe.Calls p:
                return new CallMiner(room, visit, state).MineAsync(p.Made, cancellationToken);
            case Probe.Accessible:
                return AccessibleAsync(cancellationToken);
            case Probe.Headers p:
                Headers(p);
                return Task.CompletedTask;
            case Probe.NoMixedContent:
                if (visit.Session.Recorder.MixedContent.Count == 0)
                {
                    See(new StepAction.ExpectNoMixedContent());
                }

                return Task.CompletedTask;
            case Probe.SignsIn p:
                return SignIn(p.PageId).MineAsync(cancellationToken);
            case Probe.Denied p:
                new RefusalMiner(room, visit, state).Denied(p.Path);
                return Task.CompletedTask;
            case Probe.Unknown:
                new RefusalMiner(room, visit, state).Unknown();
                return Task.CompletedTask;
            case Probe.Leaves p:
                return LeavesAsync(p.PageId, cancellationToken);
            case Probe.NarrowMenu p:
                return new NarrowMenuMiner(visit, state, new(room, visit, state), p.PageId).MineAsync(cancellationToken);
            case Probe.Vitals:
                return VitalsAsync(cancellationToken);
            case Probe.Looks p:
                return new PictureMiner(room, visit, state).MineAsync(p.PageId, cancellationToken);
            case Probe.Fits p:
                return FitsAsync(p, cancellationToken);
            default:
                throw new InvalidOperationException($"Nothing mines {probe.GetType().Name}.");
        }
    }

    private LifeCycleMiner LifeCycle(string pageId)
    {
        var (steps, controls) = Live(pageId);
        var finder = Finder(steps, controls, pageId);
        return new(room, visit, steps, finder, new(room, visit, steps, controls, finder, pageId), pageId, state.Draft.Actions.Any(s => s.Action is StepAction.DoubleClick));
    }

    private UpdateMiner Updates(string pageId)
    {
        var (steps, controls) = Live(pageId);
        var finder = Finder(steps, controls, pageId);
        return new(room, visit, steps, controls, finder, new(room, visit, steps, controls, finder, pageId), pageId);
    }

    private SignInMiner SignIn(string pageId)
    {
        var (steps, controls) = Live(pageId);
        return new(room, visit, state, steps, controls, pageId);
    }

    private JourneyMiner Journey(string pageId)
    {
        var (steps, controls) = Live(pageId);
        return new(room, visit, steps, controls, pageId);
    }

    private Task<bool> LeavesAsync(string pageId, CancellationToken cancellationToken)
    {
        var (steps, controls) = Live(pageId);
        return new DialogMiner(room, visit, steps, controls, pageId).LeaveAsync(state.Draft.Actions[^1], cancellationToken);
    }

    private (LiveSteps Steps, LiveControls Controls) Live(string pageId)
    {
        var steps = new LiveSteps(room, visit, state);
        return (steps, new(steps, pageId));
    }

    private OwnRowFinder Finder(LiveSteps steps, LiveControls controls, string pageId) => new(room, visit, state, steps, controls, pageId);

    private ListMiner Lists(string pageId) => new(room, visit, new(room, visit, state), pageId);

    private void See(StepAction check) => state.Seen.Add(Phrases.Then(Context, check));

    private void Status()
    {
        if (visit.Session.Recorder.Document is { } document)
        {
            See(new StepAction.ExpectStatus(document.Status));
        }
    }

    private async Task PageAsync(string pageId, bool expectUrl, bool anyRecord, CancellationToken cancellationToken)
    {
        if (await new ArrivalMiner(room, visit, state).MineAsync(pageId, expectUrl, anyRecord, cancellationToken) is { } elsewhere)
        {
            state.Drop(elsewhere);
        }
    }

    private async Task CarriesAsync(Probe.Carries probe, CancellationToken cancellationToken)
    {
        if (visit.Driver.Values.Noted(Probe.Carries.Subject) is not { Length: > 1 } subject)
        {
            return;
        }

        var places = Context.Page(probe.PageId).Forms.SelectMany(f => f.Fields).Where(f => f.Type is "select" or "text").Select(f => f.ElementId).Take(6).ToList();
        if (Context.MainHeading(probe.PageId) is { } heading)
        {
            places.Insert(0, heading.Id);
        }

        await room.Book.EnsureAsync(visit.Page, probe.PageId, places, needed: false, cancellationToken);
        foreach (var id in places.Where(room.Book.Specs.ContainsKey))
        {
            var locator = visit.Page.Locate(room.Book.Specs[id]);
            if (await locator.CountAsync().WaitAsync(cancellationToken) == 1
                && (await locator.EvaluateAsync<string>(ElementText.Script).WaitAsync(cancellationToken)).Contains(subject, StringComparison.OrdinalIgnoreCase))
            {
                See(new StepAction.ExpectContains(id, CaseValues.NotedReference(Probe.Carries.Subject)));
            }
        }
    }

    private void Shows(IReadOnlyList<string> elementIds)
    {
        foreach (var id in elementIds)
        {
            var step = Phrases.Then(Context, new StepAction.ExpectVisible(id));
            if (room.Book.Lost(id) is { } lost)
            {
                state.Leave(step.Text, lost);
            }
            else if (VolatileText.Reason(room.Book.Print(id).Name) is { } reason)
            {
                state.Leave(step.Text, $"The text looks volatile: {reason}.");
            }
            else
            {
                state.Seen.Add(step);
            }
        }
    }

    private async Task HoldsAsync(Probe.Holds probe, CancellationToken cancellationToken)
    {
        var held = PageText.Clean(await visit.Page.Locate(room.Book.Specs[probe.ElementId]).InputValueAsync().WaitAsync(cancellationToken), 500);
        if (held == probe.Filled)
        {
            state.Drop("The field does not shorten what is typed, so there is nothing to observe without sending the form.");
            return;
        }

        See(new StepAction.ExpectValue(probe.ElementId, held));
    }

    private async Task LinksAsync(Probe.LinksResolve probe, CancellationToken cancellationToken)
    {
        var working = new List<string>();
        var asked = probe.Paths.Select(p => room.Links.StatusAsync(visit.Session.Context, Context.Site.Target, p)).ToArray();
        var statuses = await Task.WhenAll(asked).WaitAsync(cancellationToken);
        foreach (var (path, status) in probe.Paths.Zip(statuses))
        {
            if (status is > 0 and < 400)
            {
                working.Add(path);
            }
            else
            {
                // Without an answer the fault may lie on our side of the network, and what refuses the method is there
                // for a script of the page to use: neither is a finding.
                if (status is not (0 or MethodNotAllowed))
                {
                    room.Log.BrokenLinks.Add((state.Draft.PageId, path, status));
                }

                state.Leave($"the link to {path} works", status switch
                {
                    0 => "It gave no answer in the first visit.",
                    MethodNotAllowed => "It does not answer a visit, only what a script sends (status 405).",
                    _ => $"It answered with status {status} in the first visit.",
                });
            }
        }

        if (working.Count > 0)
        {
            See(new StepAction.ExpectLinksResolve(working));
        }
    }

    private async Task AccessibleAsync(CancellationToken cancellationToken)
    {
        if (state.Draft.OnlyReads && visit.Quiet.Wrote)
        {
            state.Drop("It changes the application's data, which the next run would find changed.");
            return;
        }

        var hits = await AxeRunner.RunAsync(visit.Page, AxeTags, cancellationToken);
        foreach (var hit in hits)
        {
            room.Log.Violations.Add((state.Draft.PageId, hit));
        }

        See(new StepAction.ExpectAccessible(AxeTags, [.. hits.Select(h => h.Rule).Distinct().Order(StringComparer.Ordinal)]));
    }

    // A page near its limit would fail on a busy day.
    private async Task VitalsAsync(CancellationToken cancellationToken)
    {
        var limits = WebVitals.Poor;
        var half = new StepAction.ExpectWebVitals(limits.TimeToFirstByte / 2, limits.LargestContentfulPaint / 2, limits.CumulativeLayoutShift / 2);
        var check = Phrases.Then(Context, limits);
        if ((await WebVitals.ReadAsync(visit.Page, cancellationToken)).Over(half) is { } over)
        {
            state.Leave(check.Text, $"{over.Message} It was {over.Actual} in the first visit, more than half of what counts as poor.");
            return;
        }

        state.Seen.Add(check);
    }

    private void Headers(Probe.Headers probe)
    {
        if (visit.Session.Recorder.Document is not { } document)
        {
            return;
        }

        foreach (var name in probe.Names)
        {
            if (document.Headers.TryGetValue(name, out var value))
            {
                See(new StepAction.ExpectHeader(name, PageText.Clean(value, MaxHeaderLength)));
            }
        }
    }

    private async Task FitsAsync(Probe.Fits probe, CancellationToken cancellationToken)
    {
        var resize = Phrases.WhenResize(probe.Width, probe.Height);
        await visit.Driver.PerformAsync(resize.Action, cancellationToken);
        var now = await PageState.ReadAsync(visit.Page, cancellationToken);
        if (now.PageWidth > now.ViewWidth + 1)
        {
            room.Log.Overflows.Add((state.Draft.PageId, probe.Width, (int)now.PageWidth));
            state.Leave($"the page fits {probe.Width} by {probe.Height}", $"It was {now.PageWidth} pixels wide in a window of {now.ViewWidth}.");
            return;
        }

        state.Seen.Add(resize);
        See(new StepAction.ExpectFitsViewport());
    }
}
