namespace TestForge.Pipeline;

/// <summary>A kind of people who use the application.</summary>
/// <param name="Id">Stable within the file: <c>persona1</c>.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Wants">What they come for.</param>
public sealed record Persona(string Id, string Name, string Wants);
