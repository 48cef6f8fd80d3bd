namespace TestForge.Pipeline;

/// <summary>What a page is for.</summary>
/// <param name="PageId">The page's id in the site map.</param>
/// <param name="Kind">What kind of page it is.</param>
/// <param name="Purpose">What visitors come to it for, in a sentence.</param>
/// <param name="Actions">The main things it lets them do, the most important first.</param>
public sealed record PagePurpose(string PageId, PageKind Kind, string Purpose, IReadOnlyList<PageAction> Actions);
