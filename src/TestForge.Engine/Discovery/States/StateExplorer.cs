using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Robots;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>
/// Tries the controls of one page, breadth first: what shows something else on the page is a state whose own controls are tried next.
/// Each action starts from its state, reached by the shortest known way and verified to be the same.
/// </summary>
internal sealed class StateExplorer(StateWalker walker, SitePage page, IReadOnlySet<long> known, ExplorationRules rules, RobotsGuard? guard, IArtifactStore artifacts, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly StateNames _names = new(page);
    private readonly Dictionary<string, string> _idOfView = [];
    private readonly Queue<KnownState> _queue = new();
    private readonly Dictionary<string, int> _tried = [];
    private readonly List<SiteState> _states = [];
    private readonly List<Move> _moves = [];
    private readonly Dictionary<string, Uri> _seen = [];
    private readonly Dictionary<string, SkippedItem> _skipped = [];
    private readonly HashSet<(long Key, bool Shared)> _triedHere = [];
    private KnownState? _root;
    private StateView? _now;
    private int _actions;

    public async Task<ExploredPage> ExploreAsync(CancellationToken cancellationToken)
    {
        try
        {
            var view = await walker.OpenAsync(page.Url, cancellationToken);
            if (view.Url?.AbsolutePath == new Uri(page.Url).AbsolutePath)
            {
                _root = new(page.Id, view, []);
                _names.Learn(view.Facts);
                Note(view.Facts);
                _idOfView[view.View] = page.Id;
                _now = view;
                _queue.Enqueue(_root);
                while (_queue.TryDequeue(out var state) && !Spent)
                {
                    await ExploreAsync(state, cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The page cannot be had again, or leads elsewhere now as to a sign-in page; what was found stays.
            cancellationToken.ThrowIfCancellationRequested();
        }

        Note(walker.Recorder.TakePopups());
        return new()
        {
            Elements = _names.Found,
            States = _states,
            Moves = _moves,
            Seen = [.. _seen.Values],
            Skipped = [.. _skipped.Values],
            Tried = [.. _triedHere],
            Actions = _actions,
        };
    }

    private bool Spent => _actions >= rules.Limits.MaxActions || clock.GetElapsedTime(_started) > rules.Limits.Time;

    private async Task ExploreAsync(KnownState state, CancellationToken cancellationToken)
    {
        foreach (var action in StateActions.Of(state.View.Facts))
        {
            if (Spent)
            {
                return;
            }

            if (!Wanted(action, state))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            _actions++;
            try
            {
                if (!await TryFromAsync(state, action, cancellationToken))
                {
                    Skip($"{state.Id} {page.Url}", "not-reproducible", "the same steps did not lead to it again");
                    return;
                }
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // A control that a user cannot use either; the next one starts from a fresh view.
                cancellationToken.ThrowIfCancellationRequested();
                _now = null;
                if (walker.Recorder.Crashed || e is TimeoutException && e.Message == PageReader.Hangs)
                {
                    await walker.RenewAsync(cancellationToken);
                }
            }
        }
    }

    private async Task<bool> TryFromAsync(KnownState state, PageAction action, CancellationToken cancellationToken)
    {
        if (_now?.View == state.View.View)
        {
            try
            {
                await TryAsync(action, state, cancellationToken);
                return true;
            }
            catch (PlaywrightException e) when (StateWalker.HadGone(e))
            {
                // What the action before has set off came late; it must not cost this one its try.
            }
        }

        if (!await ReturnAsync(state, cancellationToken))
        {
            return false;
        }

        await TryAsync(action, state, cancellationToken);
        return true;
    }

    private bool Wanted(PageAction action, KnownState state)
    {
        var key = TriedControls.KeyOf(page, action);
        if (known.Contains(key))
        {
            return false;
        }

        if (rules.Refusal(action, state.View.Facts) is var (code, reason))
        {
            Skip(Describe(action, state.View.Facts), code, reason);
            return false;
        }

        // The control that led here may lead further, as the one for the next step does. The others were tried before it.
        var times = _tried.GetValueOrDefault(action.Key);
        if (state.LedHere(action))
        {
            return true;
        }

        if (times > 0 && state.Path.Count > 0 && state.AddsTo(_root!))
        {
            return false;
        }

        var most = action.Kind == SiteActions.Select || action.Form is not null || action.Shared ? 1 : rules.Limits.MaxAlike;
        if (times >= most)
        {
            return false;
        }

        _tried[action.Key] = times + 1;
        _triedHere.Add((key, action.Shared));
        return true;
    }

    private async Task<bool> ReturnAsync(KnownState state, CancellationToken cancellationToken)
    {
        var view = await walker.OpenAsync(page.Url, cancellationToken);
        foreach (var step in state.Path)
        {
            var index = step.Element is { } key ? key.FindIn(view.Facts) : -1;
            var form = step.Action.Form is null ? null : FormOf(view.Facts, index, step.Action);
            if ((index < 0 && step.Element is not null) || (step.Action.Form is not null && form is null))
            {
                return false;
            }

            await walker.PerformAsync(step.Action with { Element = index, Form = form }, view, cancellationToken);
            view = await walker.ReadAsync(cancellationToken);
        }

        _now = view;
        return view.View == state.View.View || (state.Path.Count == 0 && view.Facts.Fingerprint == state.View.Facts.Fingerprint);
    }

    private static int? FormOf(PageFacts facts, int element, PageAction action)
    {
        var found = StateActions.Of(facts).FirstOrDefault(a => a.Form is not null && a.Key == action.Key) ?? StateActions.Of(facts).FirstOrDefault(a => a.Form is not null && a.Element == element);
        return found?.Form;
    }

    private async Task TryAsync(PageAction action, KnownState state, CancellationToken cancellationToken)
    {
        // The tab may show the state with its elements in other places than when its actions were chosen.
        var here = _now!;
        var key = action.Element < 0 ? (ElementKey?)null : ElementKey.Of(state.View.Facts.Elements[action.Element].Print);
        var index = key?.FindIn(here.Facts) ?? -1;
        var form = action.Form is null ? null : FormOf(here.Facts, index, action);
        if ((key is not null && index < 0) || (action.Form is not null && form is null))
        {
            return;
        }

        walker.Recorder.Reset();
        await walker.PerformAsync(action with { Element = index, Form = form }, here, cancellationToken);
        var after = await walker.ReadAsync(cancellationToken);
        var what = Describe(action, state.View.Facts);
        NoteWhatItAsked(what, after.Facts);
        if (after.IsAt(here.Url) && after.View == here.View && action.Kind is SiteActions.Hover or SiteActions.Click or SiteActions.Enter)
        {
            await walker.LeaveAsync(cancellationToken);
            after = await walker.ReadAsync(cancellationToken);
            NoteWhatItAsked(what, after.Facts);
        }

        Note(after.Facts);
        _now = after;
        if (LeftThePage(state.View, after) && after.Url is { } url)
        {
            Add(action, state, toUrl: url);
            _now = null;
        }
        else if (_idOfView.TryGetValue(after.View, out var same))
        {
            if (same != state.Id)
            {
                Add(action, state, same);
            }

            if (!Spent && StateActions.SecondClick(action, state.View.Facts) is { } second && _tried.TryAdd(second.Key, 1))
            {
                _actions++;
                await TryFromAsync(state, second, cancellationToken);
            }
        }
        else if (_states.Count < rules.Limits.MaxStates)
        {
            await KeepAsync(action, key, state, after, what, cancellationToken);
        }
        else
        {
            Skip($"states of {page.Url}", "max-states", $"{rules.Limits.MaxStates} states of the page were kept; the rest are left out");
        }
    }

    // A document that answers a form is shown by sending it only, and one that is still there may have changed its parameters.
    private bool LeftThePage(StateView before, StateView after) => !after.IsAt(before.Url) && walker.Recorder.Document switch
    {
        null => !after.IsOn(before),
        var document => document.Request.Method != "POST",
    };

    private async Task KeepAsync(PageAction action, ElementKey? key, KnownState from, StateView after, string what, CancellationToken cancellationToken)
    {
        var id = $"{page.Id}.s{_states.Count + 1}";
        var path = (IReadOnlyList<PathStep>)[.. from.Path, new(action, key, new(action.Kind, IdOf(action, from), action.Value))];
        var state = _names.State(id, after.Facts, _root!.View.Facts, what) with { Path = [.. path.Select(s => s.Step)] };
        _idOfView[after.View] = id;
        Add(action, from, id);

        // A change of what listens alone is worth exploring further, but shows nothing.
        var picture = await walker.PictureAsync(cancellationToken);
        _states.Add(state with { Screenshot = picture is null ? null : await artifacts.PutAsync(ArtifactKinds.Screenshot, picture, cancellationToken) });
        if (path.Count < rules.Limits.MaxDepth)
        {
            _queue.Enqueue(new(id, after, path));
        }
    }

    private void Add(PageAction action, KnownState from, string? toState = null, Uri? toUrl = null)
    {
        var move = new Move(from.Id, action.Kind, IdOf(action, from), action.Value, TriedControls.KeyOf(page, action), toState, toUrl);
        if (!_moves.Contains(move))
        {
            _moves.Add(move);
        }
    }

    private string IdOf(PageAction action, KnownState state) => action.Element < 0 ? "" : _names.IdOf(state.Id, state.View.Facts.Elements[action.Element]);

    private void Note(PageFacts facts)
    {
        Note(facts.Elements.Select(e => e.Link).Concat(facts.Frames));
    }

    private void Note(IEnumerable<string?> addresses)
    {
        foreach (var address in addresses)
        {
            if (UrlNormalForm.Parse(address) is { } url)
            {
                _seen.TryAdd(url.AbsoluteUri, url);
            }
        }
    }

    private void NoteWhatItAsked(string what, PageFacts facts)
    {
        Note(facts.Opened);
        foreach (var refused in facts.Refused)
        {
            Skip(what, "destructive", $"it would have sent {SecretsInUrls.Hide(refused)}");
        }

        foreach (var (address, rule) in guard?.Take() ?? [])
        {
            Skip(address, Frontier.RobotsCode, $"robots.txt disallows {rule.Pattern}");
        }

        foreach (var question in walker.Recorder.Questions)
        {
            Skip(what, "destructive", $"it asks first: {question}");
        }
    }

    private static string Describe(PageAction action, PageFacts facts)
    {
        if (action.Element < 0)
        {
            return $"{action.Kind} {action.Value}".TrimEnd();
        }

        var print = facts.Elements[action.Element].Print;
        var name = print.Name.Length > 0 ? print.Name : print.Text ?? print.Tag;
        return PageText.Clean($"{action.Kind} {(print.Role.Length > 0 ? print.Role : print.Tag)} '{name}'{(action.Value is null ? "" : $" {action.Value}")}", 120);
    }

    private void Skip(string what, string code, string reason) =>
        _skipped.TryAdd($"{code} {what}", new(SecretsInUrls.Hide(what), code, reason, page.Id));
}
