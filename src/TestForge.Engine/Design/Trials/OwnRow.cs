using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>The entry of a list that a case itself has made.</summary>
/// <param name="Locator">Finds it by the case's own word.</param>
/// <param name="ListCss">Finds all entries.</param>
internal sealed record OwnRow(LocatorSpec Locator, string ListCss)
{
    public static OwnRow? In(PageLists lists, string text, string reference) =>
        lists.Lists.FirstOrDefault(l => l.Rows.Count(r => r.Contains(text, StringComparison.OrdinalIgnoreCase)) == 1) is { } list
            ? new(new() { Kind = LocatorKind.Css, Value = list.Css, HasText = reference }, list.Css)
            : null;
}
