namespace TestForge.Engine.Reporting.Model;

/// <summary>An action that is the same on several pages. Pages says how many.</summary>
internal sealed record SharedWay(string To, string Action, string Control, int Pages, bool Tested);
