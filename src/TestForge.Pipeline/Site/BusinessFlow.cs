namespace TestForge.Pipeline;

/// <summary>A way through the application that serves a purpose of its users.</summary>
/// <param name="Kind"><c>authentication</c>, <c>registration</c>, <c>search</c>, <c>cart</c>, <c>checkout</c>, <c>create</c>, <c>read</c>, <c>update</c>, <c>delete</c> or <c>contact</c>.</param>
/// <param name="Name">In a user's words: "Sign in", "Search products".</param>
/// <param name="Stops">Page and state ids in the order a user passes them.</param>
/// <param name="Evidence">What it was recognised by, in words.</param>
public sealed record BusinessFlow(string Kind, string Name, IReadOnlyList<string> Stops, string Evidence);
