namespace TestForge.Cli.Maps;

/// <summary>A difference between two maps.</summary>
/// <param name="Kind"><c>page</c>, <c>state</c>, <c>form</c> or <c>api-call</c>.</param>
/// <param name="What">The thing, in words that are the same for every map: address, method, title.</param>
/// <param name="Changes">What is another in the newer map; empty for what appeared or vanished.</param>
internal sealed record MapChange(string Kind, string What, IReadOnlyList<string> Changes);
