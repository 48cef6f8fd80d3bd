using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Browser.Consent;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Opens a page in a context of its own, acts on it as a user would, and reads what it then shows.</summary>
internal sealed class StateWalker : IAsyncDisposable
{
    private const float ActionMilliseconds = 1_500;
    private const string Gone = "The element has gone.";
    private static readonly FactsOptions First = new(SettleMilliseconds: 7_000, Explore: true, Timers: true);
    private static readonly FactsOptions Quick = new(SettleMilliseconds: 2_500, Explore: true);
    private static readonly FactsOptions Settle = new(SettleMilliseconds: 2_500, MaxElements: 0, Frames: true);
    private readonly BrowserSession _session;
    private readonly FormFiller _forms;
    private readonly Func<CancellationToken, Task> _pace;
    private readonly TimeSpan _limit;
    private ListenerProbe? _probe;
    private PageCamera? _camera;
    private readonly ConsentAnswer _consent = new();
    private string? _storage;

    private StateWalker(BrowserSession session, ValueMaker values, Func<CancellationToken, Task> pace, TimeSpan limit)
    {
        _pace = pace;
        _session = session;
        _forms = new(values);
        _limit = limit;
    }

    public PageRecorder Recorder => _session.Recorder;

    public IBrowserContext Context => _session.Context;

    /// <inheritdoc cref="BrowserSession.Alive"/>
    public bool Alive => _session.Alive;

    /// <summary>The consent banner that was answered last.</summary>
    public ConsentBanner? Consent { get; private set; }

    /// <param name="browser">The browser.</param>
    /// <param name="options">How the context is set up.</param>
    /// <param name="values">Makes what is typed.</param>
    /// <param name="pace">Waits until a page may be opened.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<StateWalker> OpenAsync(BrowserHost browser, SessionOptions options, ValueMaker values, Func<CancellationToken, Task> pace, CancellationToken cancellationToken) =>
        new(await BrowserSession.OpenAsync(browser, options, cancellationToken), values, pace, TimeSpan.FromMilliseconds(options.TimeoutMilliseconds));

    /// <summary>Opens the page as its visitors find it. What it kept in the browser meanwhile is put back to what was there at first.</summary>
    public async Task<StateView> OpenAsync(string url, CancellationToken cancellationToken)
    {
        if (_storage is { } storage)
        {
            await Bounded.TryAsync(_session.Page.EvaluateAsync(RestoreStorage, storage), _limit);
        }

        // The pointer where the last action left it would hover over something.
        await _session.Page.Mouse.MoveAsync(0, 0).WaitAsync(_limit, cancellationToken);
        if (url.Contains('#'))
        {
            // Another fragment alone would keep the document, and with it all that was done there.
            await _session.Page.GotoAsync("about:blank").WaitAsync(_limit, cancellationToken);
        }

        await _pace(cancellationToken);
        await _session.Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit }).WaitAsync(_limit, cancellationToken);
        var first = _storage is null;
        _storage ??= await _session.Page.EvaluateAsync<string>(KeepStorage).WaitAsync(_limit, cancellationToken);
        var options = first ? First : Quick;
        var view = await ReadAsync(options with { Consent = true }, cancellationToken);
        if (await _consent.TryAsync(_session.Page, view.Facts.Overlays, cancellationToken) is not { } answered)
        {
            return view;
        }

        // What visitors find is the page behind the banner, and the answer is part of what the page keeps.
        Consent = answered;
        view = await ReadAsync(options, cancellationToken);
        _storage = await _session.Page.EvaluateAsync<string>(KeepStorage).WaitAsync(_limit, cancellationToken);
        return view;
    }

    public Task<StateView> ReadAsync(CancellationToken cancellationToken) => ReadAsync(Quick, cancellationToken);

    /// <summary>Does an action on what the tab shows. Throws what Playwright throws when a user could not do it either.</summary>
    public async Task PerformAsync(PageAction action, StateView state, CancellationToken cancellationToken)
    {
        if (action.Kind == SiteActions.Scroll)
        {
            await _session.Page.EvaluateAsync("() => window.scrollTo(0, document.documentElement.scrollHeight)").WaitAsync(_limit, cancellationToken);
            return;
        }

        if (action.Element < 0)
        {
            await _session.Page.Keyboard.PressAsync(action.Value!).WaitAsync(_limit, cancellationToken);
            return;
        }

        if (action.Form is { } form)
        {
            await _forms.SubmitAsync(state.Facts.Forms[form], HandleAsync, cancellationToken);
            return;
        }

        await PerformAsync(action, state.Facts, await HandleAsync(action.Element), cancellationToken);
    }

    /// <summary>Tells whether an action could not begin because the tab had left what it showed.</summary>
    public static bool HadGone(PlaywrightException e) =>
        e.Message == Gone || e.Message.Contains("context was destroyed", StringComparison.Ordinal) || e.Message.Contains("not attached to the DOM", StringComparison.Ordinal);

    /// <summary>Moves the pointer away and the focus on: some handlers wait for that.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await _session.Page.Mouse.MoveAsync(0, 0).WaitAsync(_limit, cancellationToken);
        await _session.Page.Keyboard.PressAsync("Tab").WaitAsync(_limit, cancellationToken);
    }

    public async Task<byte[]?> PictureAsync(CancellationToken cancellationToken)
    {
        _camera = _camera?.Page == _session.Page ? _camera : await PageCamera.AttachAsync(_session.Page, cancellationToken);
        return await _camera.TakeAsync(cancellationToken);
    }

    public Task RenewAsync(CancellationToken cancellationToken) => _session.RenewPageAsync(cancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private const string KeepStorage = """
        () => {
          try { return JSON.stringify([{ ...localStorage }, { ...sessionStorage }]); } catch { return '[{},{}]'; }
        }
        """;

    private const string RestoreStorage = """
        (kept) => {
          try {
            const stores = [localStorage, sessionStorage];
            JSON.parse(kept).forEach((values, i) => {
              stores[i].clear();
              for (const [name, value] of Object.entries(values)) stores[i].setItem(name, value);
            });
          } catch { /* a page that may not keep anything has nothing to restore */ }
        }
        """;

    private async Task PerformAsync(PageAction action, PageFacts facts, IElementHandle handle, CancellationToken cancellationToken)
    {
        var act = action.Kind switch
        {
            SiteActions.Click => handle.ClickAsync(new() { Timeout = ActionMilliseconds }),
            SiteActions.DoubleClick => handle.DblClickAsync(new() { Timeout = ActionMilliseconds }),
            SiteActions.RightClick => handle.ClickAsync(new() { Timeout = ActionMilliseconds, Button = MouseButton.Right }),
            SiteActions.Hover => handle.HoverAsync(new() { Timeout = ActionMilliseconds }),
            SiteActions.Select => handle.SelectOptionAsync(new SelectOptionValue { Label = action.Value }, new() { Timeout = ActionMilliseconds }),
            SiteActions.Enter => EnterAsync(facts, action.Element, handle),
            SiteActions.Press => handle.PressAsync(action.Value!, new() { Timeout = ActionMilliseconds }),
            SiteActions.Drag => DragAsync(facts, action, handle),
            _ => throw new InvalidOperationException($"No action '{action.Kind}'."),
        };
        await act.WaitAsync(_limit, cancellationToken);
    }

    private async Task EnterAsync(PageFacts facts, int element, IElementHandle handle)
    {
        await handle.FillAsync(_forms.TextFor(facts.Elements[element].Print), new() { Timeout = ActionMilliseconds });
        await handle.PressAsync("Enter", new() { Timeout = ActionMilliseconds });
    }

    private async Task DragAsync(PageFacts facts, PageAction action, IElementHandle source)
    {
        var index = Enumerable.Range(0, facts.Elements.Count).First(i => i != action.Element && facts.Elements[i].Print.Css == action.Value);
        var target = await HandleAsync(index);
        await source.HoverAsync(new() { Timeout = ActionMilliseconds });
        await _session.Page.Mouse.DownAsync();
        await target.HoverAsync(new() { Timeout = ActionMilliseconds, Force = true });
        await target.HoverAsync(new() { Timeout = ActionMilliseconds, Force = true, Position = new() { X = 5, Y = 5 } });
        await _session.Page.Mouse.UpAsync();
    }

    private async Task<IElementHandle> HandleAsync(int index)
    {
        // A row of a table is clicked in its first cell: its middle may be empty.
        var handle = await _session.Page.EvaluateHandleAsync("(i) => { const e = window[Symbol.for('testforge.explore')]?.elements[i]; return e?.cells?.[0] ?? e; }", index).WaitAsync(_limit);

        // AsElement throws when it is none.
        return handle as IElementHandle ?? throw new PlaywrightException(Gone);
    }

    private async Task<StateView> ReadAsync(FactsOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // What listens is known only once the page has settled.
            await PageReader.ReadAsync(_session.Page, Settle with { SettleMilliseconds = options.SettleMilliseconds, Timers = options.Timers }, cancellationToken);
            try
            {
                _probe = _probe?.Page == _session.Page ? _probe : await ListenerProbe.AttachAsync(_session.Page, cancellationToken);
                var listening = await _probe.MarkAsync(cancellationToken);
                var facts = await PageReader.ReadAsync(_session.Page, options with { Timers = false }, cancellationToken);
                if (facts.View is not null)
                {
                    return new(facts, listening);
                }
            }
            catch (PlaywrightException) when (attempt < 3)
            {
                // The page moved on between the two looks.
            }

            if (attempt == 3)
            {
                throw new TimeoutException(PageReader.KeepsNavigating);
            }
        }
    }
}
