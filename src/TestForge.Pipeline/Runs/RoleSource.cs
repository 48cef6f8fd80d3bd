namespace TestForge.Pipeline;

/// <summary>A role of the application's users and how one of them signs in; an empty session is nobody signed in.</summary>
public sealed record RoleSource(string Name, SessionSource Session);
