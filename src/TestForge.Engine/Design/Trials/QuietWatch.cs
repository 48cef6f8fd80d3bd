using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Design.Trials;

/// <summary>Knows whether a page still waits for the network, so that a slow answer is not taken for no answer.</summary>
internal sealed class QuietWatch
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(60);

    /// <summary>A message may appear a moment after the last request; most applications use less than 300 ms for it.</summary>
    public static readonly TimeSpan AfterAction = TimeSpan.FromMilliseconds(250);


    // Pages with a clock or an animation in words never stand still.
    private static readonly TimeSpan Restless = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<IRequest, byte> _pending = new();

    private volatile bool _wrote;

    private QuietWatch()
    {
    }

    /// <summary>True once the page has sent something, since it was opened, that may change the application's data.</summary>
    public bool Wrote => _wrote;

    /// <summary>The page has been opened: what it sends by itself, such as counting its visitors, is not what a case does.</summary>
    public void Opened() => _wrote = false;

    public static QuietWatch Attach(IPage page)
    {
        var watch = new QuietWatch();
        page.Request += (_, request) =>
        {
            if (request.ResourceType is "document" or "xhr" or "fetch" or "script" or "stylesheet")
            {
                watch._pending[request] = 0;
                watch._wrote |= request.Method is "PUT" or "PATCH" or "DELETE" || (request.Method == "POST" && !GraphQl.OnlyReads(request.PostData));
            }
        };
        page.RequestFinished += (_, request) => watch._pending.TryRemove(request, out byte _);
        page.RequestFailed += (_, request) => watch._pending.TryRemove(request, out byte _);
        return watch;
    }

    /// <summary>Waits until nothing is on its way and two looks at the page agree; gives up waiting after eight seconds.</summary>
    public async Task<PageState> SettledAsync(IPage page, TimeSpan least, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var last = await PageState.ReadAsync(page, cancellationToken);
        while (Stopwatch.GetElapsedTime(started) < Longest)
        {
            await Task.Delay(Poll, cancellationToken);
            var state = await PageState.ReadAsync(page, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(started);
            if (_pending.IsEmpty && state.Complete && (elapsed >= Restless || (elapsed >= least && state.SameAs(last))))
            {
                return state;
            }

            last = state;
        }

        return last;
    }
}
