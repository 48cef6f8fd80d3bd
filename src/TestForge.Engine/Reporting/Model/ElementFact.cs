namespace TestForge.Engine.Reporting.Model;

/// <summary>A property of an element. Changed is set when the element after healing says something else.</summary>
internal sealed record ElementFact(string Name, string Value, bool Changed);
