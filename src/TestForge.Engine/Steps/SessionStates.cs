using System.Text.Json;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Gives browser contexts their signed-in state. Signs in once for all of them.</summary>
internal sealed class SessionStates(BrowserHost browser) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _state;
    private int _generation;

    /// <summary>How often signing in has happened; tells whether a state is older than the latest.</summary>
    public int Generation => _generation;

    /// <summary>Returns a storage state as JSON, or null when nothing signs in.</summary>
    public async Task<string?> StorageStateAsync(SessionSource source, Uri target, CancellationToken cancellationToken)
    {
        if (_state is not null || source is { StorageStatePath: null, Login: null })
        {
            return _state;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _state ??= source.Login is { } login
                ? await SignInAsync(login, source.StorageStatePath, target, cancellationToken)
                : await ReadAsync(source.StorageStatePath!, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Signs in again when a session has expired. Callers that saw the same generation expire share one sign-in.</summary>
    public async Task RenewAsync(SessionSource source, Uri target, int seenGeneration, CancellationToken cancellationToken)
    {
        if (source.Login is not { } login)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_generation == seenGeneration)
            {
                _state = await SignInAsync(login, null, target, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
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

    public void Dispose() => _gate.Dispose();

    private async Task<string> SignInAsync(LoginSpec login, string? storageStatePath, Uri target, CancellationToken cancellationToken)
    {
        await using var session = await BrowserSession.OpenAsync(browser, new(storageStatePath), cancellationToken);
        await SignIn.PerformAsync(session, login, target, cancellationToken);
        var state = await session.Context.StorageStateAsync().WaitAsync(cancellationToken);
        Interlocked.Increment(ref _generation);
        return state;
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("cookies", out var cookies) && cookies.ValueKind == JsonValueKind.Array)
            {
                return text;
            }

            throw new JsonException("it has no list of cookies");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StageException(
                "session.bad_storage_state",
                $"The storage state '{path}' cannot be used: {e.Message} Make one with Playwright (context.storageState) and give its path.",
                retryable: false,
                e);
        }
    }
}
