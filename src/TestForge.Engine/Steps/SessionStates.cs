using System.Collections.Concurrent;
using System.Text.Json;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Gives browser contexts their signed-in state. Signs in once for all contexts of the same login and target.</summary>
internal sealed class SessionStates(BrowserHost browser)
{
    private readonly ConcurrentDictionary<string, SharedState> _states = new();

    /// <summary>Returns a storage state as JSON, or null when nothing signs in.</summary>
    public async Task<string?> StorageStateAsync(SessionSource source, Uri target, CancellationToken cancellationToken)
    {
        if (source.Login is not { } login)
        {
            return source.StorageStatePath is { } path ? await StorageStateFile.ReadAsync(path, cancellationToken) : null;
        }

        var shared = SharedOf(source, target);
        if (shared.State is { } known)
        {
            return known;
        }

        await shared.Gate.WaitAsync(cancellationToken);
        try
        {
            return shared.State ??= await SignInAsync(login, source.StorageStatePath, target, cancellationToken);
        }
        finally
        {
            shared.Gate.Release();
        }
    }

    /// <summary>Signs in again when a state has expired. Callers that saw the same state expire share one sign-in.</summary>
    /// <returns>The new state, and whether this call signed in for it.</returns>
    public async Task<(string? State, bool SignedIn)> RenewAsync(SessionSource source, Uri target, string? expired, CancellationToken cancellationToken)
    {
        if (source.Login is not { } login)
        {
            return (expired, false);
        }

        var shared = SharedOf(source, target);
        await shared.Gate.WaitAsync(cancellationToken);
        try
        {
            if (shared.State is null || shared.State == expired)
            {
                shared.State = await SignInAsync(login, null, target, cancellationToken);
                return (shared.State, true);
            }

            return (shared.State, false);
        }
        finally
        {
            shared.Gate.Release();
        }
    }

    /// <summary>Tells whether a page asks to sign in although the session was signed in.</summary>
    public static bool Expired(SessionSource source, Uri target, string requested, string final)
    {
        if (source.Login is not { } login)
        {
            return false;
        }

        var signIn = new Uri(target, login.Url);
        return Uri.TryCreate(final, UriKind.Absolute, out var at)
            && at.AbsolutePath == signIn.AbsolutePath
            && Uri.TryCreate(requested, UriKind.Absolute, out var wanted)
            && wanted.AbsolutePath != signIn.AbsolutePath;
    }

    // A process may serve several runs: one run's session must never reach another's pages.
    private SharedState SharedOf(SessionSource source, Uri target) =>
        _states.GetOrAdd($"{target.GetLeftPart(UriPartial.Authority)} {JsonSerializer.Serialize(source, ArtifactJson.Compact)}", _ => new());

    private async Task<string> SignInAsync(LoginSpec login, string? storageStatePath, Uri target, CancellationToken cancellationToken)
    {
        var start = storageStatePath is null ? null : await StorageStateFile.ReadAsync(storageStatePath, cancellationToken);
        await using var session = await BrowserSession.OpenAsync(browser, new(StorageState: start), cancellationToken);
        await SignIn.PerformAsync(session, login, target, cancellationToken);
        return await session.Context.StorageStateAsync().WaitAsync(cancellationToken);
    }

    private sealed class SharedState
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public string? State { get; set; }
    }
}
