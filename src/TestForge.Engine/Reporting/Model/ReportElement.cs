namespace TestForge.Engine.Reporting.Model;

/// <summary>An element as a person would tell it from others: named facts in a fixed order.</summary>
internal sealed record ReportElement(string Summary, IReadOnlyList<ElementFact> Facts);
