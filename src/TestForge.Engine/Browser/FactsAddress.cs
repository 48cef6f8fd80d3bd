namespace TestForge.Engine.Browser;

/// <summary>An address that a page names without showing a link.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Source">Where: <c>relation</c>, <c>refresh</c>, <c>frame</c>, <c>attribute</c>, <c>comment</c> or <c>script</c>.</param>
internal sealed record FactsAddress(string Url, string Source)
{
    /// <summary>Whether only a text looks like an address there; nothing says that it is one.</summary>
    public bool Guess => Source is "comment" or "script";
}
