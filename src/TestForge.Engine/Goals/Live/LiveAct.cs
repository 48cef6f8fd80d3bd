namespace TestForge.Engine.Goals.Live;

/// <summary>Something to do on a live page.</summary>
/// <param name="Kind">What.</param>
/// <param name="Ref">On which element of the evidence read last, such as <c>e3</c>.</param>
/// <param name="Value">The text, option, key or path. A field without a text gets a made-up one that it accepts.</param>
public sealed record LiveAct(LiveActKind Kind, string? Ref = null, string? Value = null)
{
    public bool NeedsElement => Kind is LiveActKind.Click or LiveActKind.Fill or LiveActKind.Choose or LiveActKind.Check or LiveActKind.Uncheck;
}
