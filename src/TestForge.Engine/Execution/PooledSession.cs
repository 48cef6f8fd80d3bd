using TestForge.Engine.Browser;

namespace TestForge.Engine.Execution;

/// <summary>A context of the pool, and how often it has served.</summary>
internal sealed class PooledSession(BrowserSession session, string? state)
{
    /// <summary>What an application leaves in the memory of its process goes with the process.</summary>
    private const int MaxServices = 25;

    private TabCleaner? _cleaner;
    private int _services;

    public BrowserSession Session => session;

    public string? State => state;

    /// <summary>Whether it has served a case before.</summary>
    public bool Used => _services > 0;

    /// <summary>A signed-in state cannot be put back whole, so contexts that have one serve once.</summary>
    public bool MayServeAgain => state is null && _services + 1 < MaxServices;

    public async Task<bool> CleanAsync(Uri target)
    {
        _services++;
        _cleaner ??= new(session, target);
        return await _cleaner.CleanAsync();
    }
}
