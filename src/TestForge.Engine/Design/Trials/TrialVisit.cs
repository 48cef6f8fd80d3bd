using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Design.Trials;

/// <summary>One visit in a fresh context.</summary>
internal sealed class TrialVisit(BrowserSession session, StepDriver driver) : IAsyncDisposable
{
    public BrowserSession Session { get; } = session;

    public StepDriver Driver { get; } = driver;

    public QuietWatch Quiet { get; } = QuietWatch.Attach(session.Page);

    public IPage Page => Session.Page;

    /// <summary>The page before the last action.</summary>
    public PageState Before { get; set; } = new();

    /// <summary>Answers that had come before the last action.</summary>
    public IReadOnlyList<IResponse> CallsBefore { get; set; } = [];

    /// <summary>The page once it had settled after the last action.</summary>
    public PageState After { get; set; } = new();

    /// <summary>True once a text that was there before the visit has been written over: what the case works on is not its own.</summary>
    public bool Overwrites { get; set; }

    public async Task<PageState> SettledAsync(TimeSpan least, CancellationToken cancellationToken)
    {
        var state = await Quiet.SettledAsync(Page, least, cancellationToken);
        return await Driver.AnswerConsentAsync(cancellationToken) ? await Quiet.SettledAsync(Page, least, cancellationToken) : state;
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
