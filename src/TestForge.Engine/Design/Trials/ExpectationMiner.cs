using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Sees whether what a designed case expects is so, and writes down in the application's own words how it shows.</summary>
internal sealed class ExpectationMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    private static readonly ExpectationKind[] MayHoldBefore = [ExpectationKind.Shows, ExpectationKind.ShowsNot, ExpectationKind.Stays];

    private readonly OutcomeMiner _outcome = new(room, visit, state);
    private List<string> _texts = [];

    private DesignContext Context => room.Context;

    private bool Acts => state.Draft.Actions.Count > 1;

    private bool Moved => visit.Before.Url != visit.After.Url;

    private int Status => visit.Session.Recorder.Document?.Status ?? 0;

    public async Task MineAsync(Probe.Expects probe, CancellationToken cancellationToken)
    {
        if (TargetPaths.Relative(Context.Site.Target, visit.After.Url) is not { } path)
        {
            state.Drop("It led to another site.");
            return;
        }

        if (Status >= 500)
        {
            room.Log.FormErrors.Add((state.Draft.PageId, state.Draft.Title, Status));
            state.Miss(probe.Wanted[0].In(Context), $"The server answered with status {Status}.");
            return;
        }

        if (Acts && probe.Wanted.All(HeldBefore))
        {
            state.Drop("What it expects was so before anything was done, and proves nothing.");
            return;
        }

        _texts = Acts ? _outcome.Texts(visit.Before, visit.After) : [];
        foreach (var wanted in probe.Wanted)
        {
            if (await ChecksAsync(wanted, path, cancellationToken) is not { Count: > 0 } checks)
            {
                state.Miss(wanted.In(Context), Observed(path));
                return;
            }

            foreach (var check in checks.Where(c => !state.Required.Exists(r => r.Action == c)))
            {
                var step = Phrases.Then(Context, check);
                state.Seen.Add(step);
                state.Required.Add(step);
            }
        }

        foreach (var text in _texts.Where(t => !state.Seen.Exists(s => s.Action is StepAction.ExpectPageText e && (t.Contains(e.Text, StringComparison.OrdinalIgnoreCase) || e.Text.Contains(t, StringComparison.OrdinalIgnoreCase)))))
        {
            state.Seen.Add(Phrases.Then(Context, new StepAction.ExpectPageText(text)));
        }
    }

    /// <summary>The checks by which the expectation shows; none when it is not so.</summary>
    private async Task<IReadOnlyList<StepAction>> ChecksAsync(CaseExpectation wanted, string path, CancellationToken cancellationToken) => wanted.Kind switch
    {
        ExpectationKind.LeadsTo => Leads(wanted.PageId!, path) ? AddressOf(path) : [],
        ExpectationKind.Stays => Moved ? [] : AddressOf(path),
        ExpectationKind.Refuses => await RefusedAsync(wanted.ElementId, cancellationToken),
        ExpectationKind.Accepts => await AcceptedAsync(path, cancellationToken),
        ExpectationKind.ShowsElement => await ShownAsync(wanted.ElementId!, cancellationToken),
        ExpectationKind.Shows => await HoldingAsync(ProofReadings.Of(new StepAction.ExpectPageText(wanted.Text!)), cancellationToken),
        ExpectationKind.ShowsNot => await HoldingAsync([new StepAction.ExpectNoPageText(wanted.Text!)], cancellationToken),
        _ => throw new InvalidOperationException($"{wanted.Kind} is not looked for here."),
    };

    private bool HeldBefore(CaseExpectation wanted) => MayHoldBefore.Contains(wanted.Kind)
        && (wanted.Kind != ExpectationKind.Shows || visit.Before.Lines.Any(l => l.Contains(visit.Driver.Values.Resolve(wanted.Text!), StringComparison.OrdinalIgnoreCase)));

    // What was searched for and which record was opened is another matter each time; the page is the same.
    private bool Leads(string pageId, string path)
    {
        var page = Context.Page(pageId);
        var known = Context.PathOf(page);
        return ArrivalMiner.Leads(visit.After.Url, page) || known.Split('?')[0] == path.Split('?')[0]
            || (Context.Data.IsRecordPage(pageId) && UrlTemplates.OfRecord(known) is { } kind && UrlTemplates.OfRecord(path) == kind);
    }

    private IReadOnlyList<StepAction> AddressOf(string path) => !AddressCheck.IsPlain(path) ? []
        : [UrlTemplates.Of(path, visit.Driver.Values.Unique) is { } template ? new StepAction.ExpectUrlLike(template) : new StepAction.ExpectUrl(path)];

    private async Task<IReadOnlyList<StepAction>> RefusedAsync(string? fieldId, CancellationToken cancellationToken)
    {
        if (await InvalidAsync(fieldId, cancellationToken) is { } invalid)
        {
            return [new StepAction.ExpectInvalid(invalid)];
        }

        if (_outcome.Refused(Status) is null)
        {
            return [];
        }

        var complaints = visit.After.Refusals.Select(visit.Driver.Values.Generalise).ToHashSet();
        var said = (_texts.Find(complaints.Contains) is { } complaint ? [complaint] : _texts).Take(1).ToArray();
        return said.Length > 0 ? [new StepAction.ExpectPageText(said[0])] : Moved && Status >= 400 ? [new StepAction.ExpectStatus(Status)] : [];
    }

    private async Task<IReadOnlyList<StepAction>> AcceptedAsync(string path, CancellationToken cancellationToken)
    {
        if (_outcome.Refused(Status) is not null || await InvalidAsync(null, cancellationToken) is not null)
        {
            return [];
        }

        return [.. Moved ? AddressOf(path) : [], .. _texts.Take(1).Select(t => new StepAction.ExpectPageText(t))];
    }

    /// <summary>The first field that was filled, or the one that is meant, whose value the browser holds to be invalid. A page that was left has none.</summary>
    private async Task<string?> InvalidAsync(string? fieldId, CancellationToken cancellationToken)
    {
        if (Moved)
        {
            return null;
        }

        var fields = fieldId is not null ? [fieldId] : state.Draft.Actions.Select(s => s.Action).Where(a => a is StepAction.Fill or StepAction.Choose or StepAction.SetChecked).Select(a => a.Element!).Distinct();
        foreach (var id in fields)
        {
            await room.Book.EnsureAsync(visit.Page, Context.PageOf(id), [id], needed: false, cancellationToken);
            if (await _outcome.IsInvalidAsync(id, cancellationToken))
            {
                return id;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<StepAction>> ShownAsync(string elementId, CancellationToken cancellationToken)
    {
        await room.Book.EnsureAsync(visit.Page, Context.PageOf(elementId), [elementId], needed: false, cancellationToken);
        return room.Book.Specs.ContainsKey(elementId) && room.Book.Lost(elementId) is null ? await HoldingAsync([new StepAction.ExpectVisible(elementId)], cancellationToken) : [];
    }

    /// <summary>The first that holds.</summary>
    private async Task<IReadOnlyList<StepAction>> HoldingAsync(IReadOnlyList<StepAction> readings, CancellationToken cancellationToken)
    {
        foreach (var check in readings)
        {
            if ((await visit.Driver.PerformAsync(check, cancellationToken)).Passed)
            {
                return [check];
            }
        }

        return [];
    }

    private string Observed(string path)
    {
        var said = _texts.Count == 0 ? "showed nothing new" : $"showed {string.Join(", ", _texts.Select(Phrases.Quoted))}";
        return $"It {(Moved && Acts ? "led to" : "stayed at")} {SecretsInUrls.Hide(path)} and {(_outcome.Refused(Status) is { } refused ? $"refused it ({PageText.Clean(refused)})" : said)}.";
    }
}
