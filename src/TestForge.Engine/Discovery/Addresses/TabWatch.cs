using Microsoft.Playwright;
using TestForge.Engine.Discovery.Api;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>What looks on while a tab is used.</summary>
internal sealed class TabWatch(ApiRecorder calls, FileReader files)
{
    public void Attach(IBrowserContext context)
    {
        calls.Attach(context);
        files.Attach(context);
    }

    /// <summary>Gives what is just being read the moment it takes, before its page is left.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(calls.SettleAsync(cancellationToken), files.SettleAsync(cancellationToken));
}
