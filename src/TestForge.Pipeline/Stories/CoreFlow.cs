namespace TestForge.Pipeline;

/// <summary>A way through the application by which a persona reaches something of worth.</summary>
/// <param name="Id">Stable within the file: <c>flow1</c>.</param>
/// <param name="Name">In a user's words.</param>
/// <param name="Why">What it is worth, and to whom.</param>
/// <param name="PersonaId">Whose it is.</param>
/// <param name="PageIds">Its pages in order, by id in the site map.</param>
public sealed record CoreFlow(string Id, string Name, string Why, string PersonaId, IReadOnlyList<string> PageIds);
