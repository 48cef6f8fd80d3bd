namespace TestForge.Engine.Reporting.Html;

/// <summary>A way that many pages share.</summary>
internal sealed record MapSharedView(string Other, string What, string Where, int Pages, bool Tested);
