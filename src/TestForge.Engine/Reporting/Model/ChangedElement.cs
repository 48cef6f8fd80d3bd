namespace TestForge.Engine.Reporting.Model;

/// <summary>An element that stood in the same place and differed in these facts.</summary>
internal sealed record ChangedElement(string Before, string After);
