namespace TestForge.Engine.Browser;

/// <summary>How long the page may take to settle, how long it must be quiet, how many elements are read, and how large it may be.</summary>
internal sealed record FactsOptions(int SettleMilliseconds = 5_000, int QuietMilliseconds = 60, int MaxElements = 1_500, int MaxDocumentMegabytes = 10);
