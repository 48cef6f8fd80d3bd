using System.Collections.Concurrent;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Records what a page logs and requests. Bounded: a page that logs for ever costs nothing more.</summary>
internal sealed class PageRecorder
{
    private const int MaxEntries = 200;
    private const string Unloaded = "about:blank#";

    private readonly ConcurrentQueue<ConsoleEntry> _console = new();
    private readonly ConcurrentQueue<FailedRequest> _failed = new();
    private readonly ConcurrentQueue<string> _mixed = new();
    private readonly ConcurrentQueue<string> _dialogs = new();
    private readonly ConcurrentQueue<string> _questions = new();
    private readonly ConcurrentQueue<string> _popups = new();
    private readonly ConcurrentQueue<IResponse> _calls = new();
    private readonly ConcurrentDictionary<string, byte> _origins = new();
    private bool _opened;

    private PageRecorder()
    {
    }

    public IReadOnlyList<ConsoleEntry> Console => [.. _console];

    public IReadOnlyList<FailedRequest> FailedRequests => [.. _failed];

    /// <summary>Addresses loaded over http by a page served over https.</summary>
    public IReadOnlyList<string> MixedContent => [.. _mixed];

    /// <summary>Messages of dialogs that were dismissed.</summary>
    public IReadOnlyList<string> Dialogs => [.. _dialogs];

    /// <summary>Those of them that asked for a decision.</summary>
    public IReadOnlyList<string> Questions => [.. _questions];

    /// <summary>Addresses of the windows opened since this was last asked; they are closed at once.</summary>
    public IReadOnlyList<string> TakePopups()
    {
        List<string> taken = [];
        while (_popups.TryDequeue(out var address))
        {
            taken.Add(address);
        }

        return taken;
    }

    /// <summary>Answers to what the page's own code has asked for, oldest first.</summary>
    public IReadOnlyList<IResponse> Calls => [.. _calls];

    /// <summary>The last answer to a navigation of the main frame.</summary>
    public IResponse? Document { get; private set; }

    /// <summary>The address at which the last navigation of the main frame failed; after redirects, not the one asked for.</summary>
    public string? FailedNavigation { get; private set; }

    /// <summary>True once the renderer has crashed.</summary>
    public bool Crashed { get; private set; }

    /// <summary>True when the last navigation turned into a download.</summary>
    public bool Downloaded { get; private set; }

    /// <summary>Whether all documents, those of frames too, were of one origin, and nothing crashed, opened a window, or became a download.</summary>
    public bool StayedAt(string origin) => !Crashed && !Downloaded && !_opened && _origins.Keys.All(o => o == origin);

    public static PageRecorder Attach(IPage page)
    {
        var recorder = new PageRecorder();
        page.Console += (_, message) => recorder.OnConsole(message);
        page.PageError += (_, error) => recorder.Add(ExceptionOf(error));
        page.Response += (_, response) => recorder.OnResponse(page, response);
        page.RequestFailed += (_, request) => recorder.OnFailed(page, request);
        page.Crash += (_, _) => recorder.Crashed = true;
        page.Download += (_, download) => recorder.OnDownload(download);
        page.Dialog += (_, dialog) => recorder.OnDialog(dialog);
        page.FrameNavigated += (_, frame) => recorder.OnNavigated(frame);
        page.Popup += (_, popup) => recorder.OnPopup(popup);
        return recorder;
    }

    /// <summary>Forgets what was recorded, for what the tab does next. Windows stay until they are taken: their events may come after the page that opened them has gone.</summary>
    public void Reset()
    {
        _console.Clear();
        _failed.Clear();
        _mixed.Clear();
        _dialogs.Clear();
        _questions.Clear();
        _origins.Clear();
        _calls.Clear();
        Document = null;
        FailedNavigation = null;
        Downloaded = false;
    }

    private void OnNavigated(IFrame frame)
    {
        // Blank and srcdoc documents are of the origin of who made them.
        if (!frame.Url.StartsWith("about:", StringComparison.Ordinal))
        {
            _origins.TryAdd(Uri.TryCreate(frame.Url, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : frame.Url, 0);
        }
    }

    private void OnPopup(IPage popup)
    {
        _opened = true;

        // A window that is still blank is on its way to the address of its first request.
        popup.Request += (_, request) =>
        {
            if (request.IsNavigationRequest && _popups.Count < MaxEntries)
            {
                _popups.Enqueue(request.Url);
            }
        };
        // Where a page is explored, its windows are kept from loading and bear the address in the fragment: the page itself may be gone.
        var address = popup.Url.StartsWith(Unloaded, StringComparison.Ordinal) ? popup.Url[Unloaded.Length..] : popup.Url;
        if (address.StartsWith("http", StringComparison.Ordinal) && _popups.Count < MaxEntries)
        {
            _popups.Enqueue(address);
        }

        CloseWithItsOwn(popup);
    }

    // A popup may open popups before it is gone.
    private static void CloseWithItsOwn(IPage popup)
    {
        popup.Popup += (_, inner) => CloseWithItsOwn(inner);
        _ = Bounded.TryAsync(popup.CloseAsync(), TimeSpan.FromSeconds(5));
    }

    // The message names the fault; the stack, which differs between builds and browsers, says where.
    private static ConsoleEntry ExceptionOf(string error)
    {
        var stack = error.IndexOf("\n    at ", StringComparison.Ordinal);
        return stack < 0
            ? new("exception", PageText.Clean(error, 500))
            : new("exception", PageText.Clean(error[..stack], 500), SecretsInUrls.Hide(error[(stack + 8)..].Split('\n')[0]));
    }

    private void Add(ConsoleEntry entry)
    {
        if (_console.Count < MaxEntries)
        {
            _console.Enqueue(entry);
        }
    }

    private void OnConsole(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            Add(new(message.Type, PageText.Clean(message.Text, 500), SecretsInUrls.Hide(message.Location)));
        }
    }

    private void OnResponse(IPage page, IResponse response)
    {
        var request = response.Request;
        if (request.IsNavigationRequest && request.Frame == page.MainFrame)
        {
            Document = response;
        }
        else if (response.Status >= 400 && _failed.Count < MaxEntries)
        {
            _failed.Enqueue(new(SecretsInUrls.Hide(response.Url), request.Method, response.Status, PageText.Clean(response.StatusText)));
        }

        if (request.ResourceType is "xhr" or "fetch")
        {
            _calls.Enqueue(response);
            if (_calls.Count > MaxEntries)
            {
                _calls.TryDequeue(out _);
            }
        }

        if (response.Url.StartsWith("http:", StringComparison.Ordinal)
            && page.Url.StartsWith("https:", StringComparison.Ordinal)
            && _mixed.Count < MaxEntries)
        {
            _mixed.Enqueue(SecretsInUrls.Hide(response.Url));
        }
    }

    private void OnFailed(IPage page, IRequest request)
    {
        if (request.IsNavigationRequest && request.Frame == page.MainFrame)
        {
            FailedNavigation = request.Url;
            return;
        }

        // A request the page itself gave up is no fault.
        if (request.Failure is "net::ERR_ABORTED" || request.IsNavigationRequest || _failed.Count >= MaxEntries)
        {
            return;
        }

        _failed.Enqueue(new(SecretsInUrls.Hide(request.Url), request.Method, 0, PageText.Clean(request.Failure ?? "failed")));
    }

    private void OnDownload(IDownload download)
    {
        Downloaded = true;
        _ = Bounded.TryAsync(download.CancelAsync(), TimeSpan.FromSeconds(5));
    }

    private void OnDialog(IDialog dialog)
    {
        if (_dialogs.Count < MaxEntries)
        {
            _dialogs.Enqueue(PageText.Clean(dialog.Message));
            if (dialog.Type == DialogType.Confirm)
            {
                _questions.Enqueue(PageText.Clean(dialog.Message));
            }
        }

        // Leaving a page is accepted, everything else refused: "Really delete?" must not be answered with yes.
        var answer = dialog.Type == DialogType.BeforeUnload ? dialog.AcceptAsync() : dialog.DismissAsync();
        _ = Bounded.TryAsync(answer, TimeSpan.FromSeconds(5));
    }
}
