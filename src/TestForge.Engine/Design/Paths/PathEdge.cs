namespace TestForge.Engine.Design.Paths;

/// <summary>A way from one page or state to another.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Key">Equal for what is the same way in several places, such as an entry of the shared navigation.</param>
/// <param name="Wanted">False for a way that only leads to others.</param>
internal sealed record PathEdge(string From, string To, string Key, bool Wanted = true);
