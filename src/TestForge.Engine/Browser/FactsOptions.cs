namespace TestForge.Engine.Browser;

/// <summary>How a page is read.</summary>
/// <param name="SettleMilliseconds">How long the page may take to settle.</param>
/// <param name="QuietMilliseconds">How long it must be quiet.</param>
/// <param name="MaxElements">How many elements are read.</param>
/// <param name="MaxDocumentMegabytes">How large the document may be.</param>
/// <param name="Explore">Whether what listens is read too; <see cref="ListenerProbe"/> must have looked before.</param>
/// <param name="Timers">Whether timers that the page has set are waited for.</param>
/// <param name="Frames">Whether what the page draws with its next two frames is waited for, as after an action.</param>
/// <param name="Consent">Whether what lies over the page is read, which may be a consent banner.</param>
/// <param name="Values">Whether what controls hold and offer now is read, as for using the page step by step.</param>
internal sealed record FactsOptions(
    int SettleMilliseconds = 5_000,
    int QuietMilliseconds = 60,
    int MaxElements = 1_500,
    int MaxDocumentMegabytes = 10,
    bool Explore = false,
    bool Timers = false,
    bool Frames = false,
    bool Consent = false,
    bool Values = false);
