namespace TestForge.Engine.Reporting.Model;

/// <summary>Something worth doing. Section is the anchor in the HTML report that shows more.</summary>
internal sealed record NextStep(string Text, string Section);
