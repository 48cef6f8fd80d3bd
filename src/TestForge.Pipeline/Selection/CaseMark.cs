namespace TestForge.Pipeline;

/// <summary>What a case and its pages were like.</summary>
/// <param name="Case">Hash of its steps and of the locators they use.</param>
/// <param name="Pages">Hash of each page it visits by path; null when the site map does not have one of them.</param>
/// <param name="SiteMap">Hash of the site map that says so, or null without one.</param>
public sealed record CaseMark(string Case, IReadOnlyDictionary<string, string>? Pages, string? SiteMap)
{
    /// <summary>Whether a later look has shown that nothing is different. Without a later look, or in doubt, this is false.</summary>
    public bool IsSameAt(CaseMark later) =>
        Case == later.Case
        && SiteMap is not null && later.SiteMap is not null && SiteMap != later.SiteMap
        && Pages is not null && later.Pages is not null
        && Pages.Count == later.Pages.Count
        && Pages.All(p => later.Pages.GetValueOrDefault(p.Key) == p.Value);
}
