using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>Waits for clean-up that a broken browser may never finish.</summary>
internal static class Bounded
{
    /// <summary>Returns whether the task ended well within the limit. A failure is expected here: what is being closed may be gone.</summary>
    public static async Task<bool> TryAsync(Task task, TimeSpan limit)
    {
        try
        {
            await task.WaitAsync(limit);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // The abandoned task may still fail later; nobody waits for it any more.
            _ = task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return false;
        }
    }
}
