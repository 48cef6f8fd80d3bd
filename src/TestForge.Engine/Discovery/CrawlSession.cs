using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Keeps the tabs of one crawl signed in.</summary>
internal sealed class CrawlSession(SessionStates states, DiscoverInput input, IRunEvents events)
{
    /// <summary>A page that asks to sign in even right after signing in is closed to this user; more attempts could lock the account.</summary>
    private const int MaxFutile = 3;

    private int _futile;

    /// <summary>The state a tab starts with.</summary>
    public Task<string?> StateAsync(CancellationToken cancellationToken) => states.StorageStateAsync(input.Session, input.Target, cancellationToken);

    /// <summary>Tells whether a visit ended on the sign-in page although another page was asked for.</summary>
    public bool Expired(Uri requested, VisitedPage visited) =>
        visited.Url is { } final && SessionStates.Expired(input.Session, input.Target, requested.AbsoluteUri, final.AbsoluteUri);

    /// <summary>Signs in again, unless that has shown to be of no use.</summary>
    /// <returns>Whether this call signed in; false when another tab had just done so; null when a new visit is not worth while.</returns>
    public async Task<bool?> RenewAsync(string? expired, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _futile) >= MaxFutile)
        {
            return null;
        }

        try
        {
            return (await states.RenewAsync(input.Session, input.Target, expired, cancellationToken)).SignedIn;
        }
        catch (StageException e)
        {
            // What was found while the session lasted is kept.
            if (Interlocked.Exchange(ref _futile, MaxFutile) < MaxFutile)
            {
                events.Publish(new RunEvent.RunWarning("session.renewal_failed", $"The session expired and could not be renewed. {e.Message}"));
            }

            return null;
        }
    }

    /// <summary>Notes whether signing in again opened the page.</summary>
    public void Learn(bool helped)
    {
        if (!helped)
        {
            Interlocked.Increment(ref _futile);
        }
    }
}
