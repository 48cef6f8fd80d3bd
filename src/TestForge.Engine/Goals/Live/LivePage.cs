using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Live;

/// <summary>
/// A page of the application that is read and used step by step, by a model or a person's program: behind the egress guard, within the
/// scope, without what destroys. What is done goes through the code that runs cases, so that a case can be made of it.
/// </summary>
internal sealed class LivePage : IAsyncDisposable
{
    private const string Element = "live";
    private const string ScrollDown = "() => window.scrollBy(0, window.innerHeight * 0.9)";
    private static readonly StepTimeouts Timeouts = new() { Action = TimeSpan.FromSeconds(5), Check = TimeSpan.FromSeconds(1.5), Navigation = TimeSpan.FromSeconds(15) };

    private readonly BrowserSession _session;
    private readonly LivePageOptions _options;
    private readonly LiveGuard _guard;
    private readonly LiveSecrets _secrets;
    private readonly EvidenceReader _reader;
    private readonly StepDriver _driver;
    private readonly ValueMaker _values;
    private readonly Dictionary<string, LocatorSpec> _specs = [];
    private volatile bool _wrote;
    private LiveLook? _look;

    private LivePage(BrowserSession session, LivePageOptions options)
    {
        _session = session;
        _options = options;
        _guard = new(options);
        _secrets = new(options.Variables, session.Variables);
        _reader = new(options, _guard, _secrets);
        _driver = new(session, options.Target, _specs, Timeouts, options.Consent);
        _values = new(options.Seed);
        session.Page.Request += (_, request) =>
            _wrote |= request.Method is "PUT" or "PATCH" or "DELETE" || (request.Method == "POST" && !GraphQl.OnlyReads(request.PostData));
    }

    /// <summary>False once the page or its browser has ended.</summary>
    public bool Alive => _session.Alive && !_session.Recorder.Crashed && !_session.Page.IsClosed;

    /// <summary>Opens the start page in a context of its own; the answer says how that went.</summary>
    public static async Task<(LivePage Page, LiveAnswer Opened)> OpenAsync(BrowserHost browsers, LivePageOptions options, CancellationToken cancellationToken)
    {
        var session = await BrowserSession.OpenAsync(browsers, new(StorageState: options.StorageState, Explore: true, AllowDelete: options.AllowDestructive), cancellationToken);
        var page = new LivePage(session, options);
        try
        {
            return (page, await page.ActAsync(new(LiveActKind.Open, Value: options.StartPath), cancellationToken));
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>The page as it stands.</summary>
    public async Task<PageEvidence> ReadAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Evidence;

    /// <summary>Whether a check of a plan holds now.</summary>
    public async Task<bool> HoldsAsync(StepAction check, CancellationToken cancellationToken) => (await _driver.PerformAsync(check, cancellationToken)).Passed;

    /// <summary>Writes a text of the page down so that it holds in another visit: with <c>${unique}</c> for the word made up in this one.</summary>
    public string Generalise(string text) => _driver.Values.Generalise(text);

    /// <summary>Does something on the page as it was read last, and reads it again.</summary>
    public async Task<LiveAnswer> ActAsync(LiveAct act, CancellationToken cancellationToken)
    {
        var before = _look ?? await FirstLookAsync(act, cancellationToken);
        if (RefusalOf(act, before) is { } refused)
        {
            return new(LiveResult.Refused, refused, []);
        }

        var (action, value, fault) = await ActionAsync(act, before, cancellationToken);
        if (fault is not null)
        {
            return new(LiveResult.Failed, fault, []);
        }

        _wrote = false;
        var from = Path;
        var dialogs = _session.Recorder.Dialogs.Count;
        var failure = await PerformAsync(act, action, cancellationToken);
        if (await LeftAsync(before, cancellationToken) is { } left)
        {
            return new(LiveResult.Refused, left, []);
        }

        var after = await LookAsync(cancellationToken);
        IReadOnlyList<string> changes = [.. EvidenceChanges.Between(before.Evidence, after.Evidence), .. Asides(dialogs)];
        return failure is not null
            ? new(LiveResult.Failed, failure, changes)
            : new(LiveResult.Done, "", changes, new()
            {
                Kind = act.Kind,
                Print = act.Ref is { } used ? before.Element(used).Print : null,
                Field = act.Ref is { } filled ? before.Field(filled) : null,
                Value = value,
                From = from,
                To = Path,
                StateBefore = before.Evidence.State,
                StateAfter = after.Evidence.State,
                Wrote = _wrote,
            });
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private string Path => Uri.TryCreate(_session.Page.Url, UriKind.Absolute, out var url) ? UrlNormalForm.Relative(url) : "/";

    private async Task<LiveLook> LookAsync(CancellationToken cancellationToken)
    {
        var look = await _reader.ReadAsync(_session.Page, cancellationToken);
        return _look = await _driver.AnswerConsentAsync(cancellationToken) ? await _reader.ReadAsync(_session.Page, cancellationToken) : look;
    }

    // Before anything is open there is nothing to read, and only opening is possible.
    private async Task<LiveLook> FirstLookAsync(LiveAct act, CancellationToken cancellationToken) => act.Kind == LiveActKind.Open
        ? new(new() { Path = "", State = "" }, new() { Url = "" }, new Dictionary<string, int>())
        : await LookAsync(cancellationToken);

    private string? RefusalOf(LiveAct act, LiveLook look)
    {
        if (act.Value is { } text && act.Kind is LiveActKind.Fill && _secrets.RefusalOf(text) is { } secret)
        {
            return secret;
        }

        return act switch
        {
            { Kind: LiveActKind.Open } => _guard.Address(act.Value).Refused,
            { Kind: LiveActKind.Click, Ref: { } reference } when look.Places.TryGetValue(reference, out var place) => _guard.RefusalOf(look.Facts.Elements[place], look.SentBy(place)),
            // Enter in a field sends its form as its button does.
            { Kind: LiveActKind.Press, Value: "Enter", Ref: { } reference } when look.Places.ContainsKey(reference) && look.FormOf(reference) is { } form => _guard.RefusalOf(form),
            { Kind: LiveActKind.Press, Value: "Enter" or "Space", Ref: { } reference } when look.Places.TryGetValue(reference, out var place) => _guard.RefusalOf(look.Facts.Elements[place], look.SentBy(place)),
            _ => null,
        };
    }

    private async Task<(StepAction? Action, string? Value, string? Fault)> ActionAsync(LiveAct act, LiveLook look, CancellationToken cancellationToken)
    {
        if (act.NeedsElement || act is { Kind: LiveActKind.Press, Ref: not null })
        {
            if (look.Evidence.Find(act.Ref) is not { } element)
            {
                return (null, null, $"the page has no control {act.Ref ?? "without a name"}");
            }

            if (await LocatorPicker.PickAsync(_session.Page, look.Element(element.Ref).Print, cancellationToken) is not { } spec)
            {
                return (null, null, "no locator finds the control alone");
            }

            _specs[Element] = spec;
        }

        var value = act is { Kind: LiveActKind.Fill, Value: null } ? MadeUp(look, act.Ref!) : act.Value;
        return act.Kind switch
        {
            LiveActKind.Fill when value is null => (null, null, "no value can be made up for the field; give one"),
            LiveActKind.Press when !LiveGuard.IsKey(value) => (null, null, $"there is no key '{value}'"),
            LiveActKind.Choose when value is null => (null, null, "which option is not said"),
            LiveActKind.Scroll => (null, null, null),
            _ => (ActionOf(act, value), value, null),
        };
    }

    private static StepAction ActionOf(LiveAct act, string? value) => act.Kind switch
    {
        LiveActKind.Click => new StepAction.Click(Element),
        LiveActKind.Fill => new StepAction.Fill(Element, value!),
        LiveActKind.Choose => new StepAction.Choose(Element, value!),
        LiveActKind.Check => new StepAction.SetChecked(Element, true),
        LiveActKind.Uncheck => new StepAction.SetChecked(Element, false),
        LiveActKind.Press => act.Ref is null ? new StepAction.PressKey(value!) : new StepAction.Press(Element, value!),
        LiveActKind.Open => new StepAction.Navigate(value!),
        LiveActKind.Back => new StepAction.Back(),
        _ => new StepAction.Reload(),
    };

    private string? MadeUp(LiveLook look, string reference) => look.Field(reference) is { } field ? _values.For(field)?.Text : null;

    private async Task<string?> PerformAsync(LiveAct act, StepAction? action, CancellationToken cancellationToken)
    {
        if (action is null)
        {
            await _session.Page.EvaluateAsync(ScrollDown).WaitAsync(Timeouts.Action, cancellationToken);
            return null;
        }

        var outcome = await _driver.PerformAsync(action, cancellationToken);
        return outcome.Passed ? null
            : act.Kind == LiveActKind.Open && _session.Page.Url.StartsWith("about:", StringComparison.Ordinal) ? $"the page did not open: {outcome.Message}"
            : outcome.Message;
    }

    /// <summary>Goes back from where the page must not be: a redirect leads out without a link that could be refused.</summary>
    private async Task<string?> LeftAsync(LiveLook before, CancellationToken cancellationToken)
    {
        await Bounded.TryAsync(_session.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded), Timeouts.Navigation);
        cancellationToken.ThrowIfCancellationRequested();
        var address = _session.Page.Url;
        if (address.StartsWith("about:", StringComparison.Ordinal) || _guard.IsInside(address))
        {
            return null;
        }

        if (before.Facts.Url.Length > 0)
        {
            await _session.Page.GotoAsync(before.Facts.Url, new() { WaitUntil = WaitUntilState.DOMContentLoaded }).WaitAsync(Timeouts.Navigation, cancellationToken);
            await LookAsync(cancellationToken);
        }

        return $"it led to {SecretsInUrls.Hide(Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Path) : address)}, which does not belong to the application under test, and was left again";
    }

    private IEnumerable<string> Asides(int dialogs)
    {
        foreach (var message in _session.Recorder.Dialogs.Skip(dialogs))
        {
            yield return $"a dialog said {EvidenceText.Quoted(_secrets.Hide(message))} and was answered with no";
        }

        foreach (var window in _session.Recorder.TakePopups())
        {
            yield return $"a window with {_reader.PathOf(window)} opened and was closed; what it shows can be opened by its path";
        }
    }
}
