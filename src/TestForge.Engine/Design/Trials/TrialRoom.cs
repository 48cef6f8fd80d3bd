using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>What all trials of one run share.</summary>
internal sealed class TrialRoom(DesignContext context, BrowserHost browsers, string? storageState)
{
    // A check that will hold does so at once on a settled page; waiting longer only delays leaving out what varies.
    private static readonly StepTimeouts Timeouts = new() { Action = TimeSpan.FromSeconds(8), Check = TimeSpan.FromSeconds(1.5), Navigation = TimeSpan.FromSeconds(20) };

    /// <summary>What visitors are signed in with, or null.</summary>
    public string? StorageState { get; } = storageState;

    public DesignContext Context { get; } = context;

    public LocatorBook Book { get; } = new(context);

    public LinkChecks Links { get; } = new(context.Site);

    public TrialLog Log { get; } = new();

    public TrialBaselines Baselines { get; } = new();

    /// <summary>Opens a fresh context.</summary>
    /// <param name="anonymous">True for a visitor who is not signed in.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="forRun">True to wait as long as a run of the cases does.</param>
    public async Task<TrialVisit> OpenAsync(bool anonymous, CancellationToken cancellationToken, bool forRun = false)
    {
        var session = await BrowserSession.OpenAsync(browsers, new(StorageState: anonymous ? null : StorageState), cancellationToken);
        return new(session, new(session, Context.Site.Target, Book.Specs, forRun ? new() : Timeouts, Context.Site.Consent, Baselines));
    }
}
