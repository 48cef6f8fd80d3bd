namespace TestForge.Engine.Browser;

/// <summary>An address that a page names without showing a link.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Source">Where: <c>relation</c>, <c>refresh</c>, <c>frame</c> or <c>attribute</c>; else it is a guess, from <c>markup</c>, <c>comment</c>, <c>text</c>, <c>script</c>, <c>header</c>, <c>file</c> or <c>source</c>.</param>
internal sealed record FactsAddress(string Url, string Source)
{
    /// <summary>Whether only a text looks like an address there; nothing says that it is one.</summary>
    public bool Guess => Source is not ("relation" or "refresh" or "frame" or "attribute");
}
