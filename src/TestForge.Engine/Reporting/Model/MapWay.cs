namespace TestForge.Engine.Reporting.Model;

/// <summary>An action from one node to another. Control is the name of what was acted on, or empty.</summary>
internal sealed record MapWay(string From, string To, string Action, string Control, string? Value, bool Tested);
