using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Chooses what is worth trying in a state, from what listens and from what roles promise.</summary>
internal static partial class StateActions
{
    private static readonly HashSet<string> ClickRoles = ["button", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "switch", "treeitem", "option"];
    private static readonly HashSet<string> Presses = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "focus", "focusin", "blur", "focusout"];
    private static readonly HashSet<string> Hovers = ["hover", "mouseover", "mouseenter", "mouseout", "mouseleave", "mousemove", "pointerover", "pointerenter", "pointerout", "pointerleave"];
    private static readonly HashSet<string> Typing = ["keydown", "keyup", "keypress", "input", "change"];
    private static readonly HashSet<string> Texts = ["span", "label", "p", "li", "td", "b", "strong", "em", "h1", "h2", "h3", "h4", "h5", "h6"];
    private static readonly HashSet<string> TextTypes = ["text", "search", "email", "url", "tel", "number", "password", "textarea"];

    /// <param name="facts">The state, read for exploring.</param>
    /// <returns>What to try, in the order in which to try it.</returns>
    public static IEnumerable<PageAction> Of(PageFacts facts)
    {
        var inForms = facts.Forms.Where(f => f.Method != "script").SelectMany(f => f.Fields.Select(x => x.Element)).ToHashSet();
        var submits = facts.Forms.Where(f => f.Method != "script").Select(f => f.Submit).OfType<int>().ToHashSet();
        var usable = Enumerable.Range(0, facts.Elements.Count).Where(i => facts.Elements[i] is { Visible: true, Enabled: true }).ToArray();
        return
        [
            .. usable.Where(i => Clickable(facts.Elements[i]) && !submits.Contains(i)).Select(i => Action(SiteActions.Click, facts, i)),
            .. usable.Where(i => facts.Elements[i].Print.Tag == "select" && (facts.Elements[i].Listens.Count > 0 || !inForms.Contains(i)))
                .SelectMany(i => facts.Elements[i].Options.Select(o => Action(SiteActions.Select, facts, i, o))),
            .. usable.Where(i => IsText(facts.Elements[i]) && !inForms.Contains(i) && facts.Elements[i].Listens.Any(Typing.Contains)).Select(i => Action(SiteActions.Enter, facts, i)),
            .. facts.Forms.Select((f, i) => Form(facts, f, i)).OfType<PageAction>(),
            .. usable.Where(i => facts.Elements[i].Listens.Any(Hovers.Contains)).Select(i => Action(SiteActions.Hover, facts, i)),
            .. usable.Where(i => facts.Elements[i].Listens.Contains("dblclick")).Select(i => Action(SiteActions.DoubleClick, facts, i)),
            .. usable.Where(i => facts.Elements[i].Listens.Contains("contextmenu")).Select(i => Action(SiteActions.RightClick, facts, i)),
            .. Drags(facts, usable),
            .. usable.Select(i => (Index: i, Keys: facts.Elements[i].Shortcut)).Where(s => s.Keys is not null).Select(s => Action(SiteActions.Press, facts, s.Index, s.Keys)),
            .. facts.Shortcuts.Select(k => new PageAction(SiteActions.Press, -1, $"press {k}", Shared: true, k)),
            .. facts.Scrollable ? [new PageAction(SiteActions.Scroll, -1, "scroll")] : Array.Empty<PageAction>(),
        ];
    }

    /// <summary>
    /// The double click on what was clicked in vain, or null. A text that hears clicks and is no control may count them itself, and then
    /// nothing that listens says so.
    /// </summary>
    public static PageAction? SecondClick(PageAction action, PageFacts facts)
    {
        if (action.Kind != SiteActions.Click || action.Element < 0)
        {
            return null;
        }

        var element = facts.Elements[action.Element];
        return element.Listens.Contains("click") && !element.Listens.Contains("dblclick") && Texts.Contains(element.Print.Tag) && !ClickRoles.Contains(element.Print.Role) && element.Print.Role != "link"
            ? Action(SiteActions.DoubleClick, facts, action.Element)
            : null;
    }

    private static bool Clickable(FactsElement element)
    {
        var print = element.Print;
        if (print.Tag is "a" or "area" && element.Link is { } link && UrlNormalForm.Parse(link) is not null && !IsPlaceOnPage(print.Href))
        {
            // What it leads to is followed as a link; a handler beside it would be a second reason.
            return false;
        }

        if (print.Tag is "select" or "form" || IsText(element))
        {
            return element.Listens.Any(t => t is "click" or "focus" or "focusin" or "blur" or "focusout" or "mousedown") && print.Tag != "form";
        }

        return element.Listens.Any(Presses.Contains)
            || ClickRoles.Contains(print.Role)
            || print.Tag == "summary"
            || (print.Type is "checkbox" or "radio" && element.Listens.Any(Typing.Contains))
            || (print.Tag is "a" or "area" && print.Href is not null && !IsPlaceOnPage(print.Href) && print.Href.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPlaceOnPage(string? href) => href is not null && href.StartsWith('#') && UrlNormalForm.Parse($"http://h/{href}")?.Fragment is null or "";

    private static bool IsText(FactsElement element) => element.Print.Tag == "textarea" || (element.Print.Tag == "input" && TextTypes.Contains(element.Print.Type ?? "text"));

    private static PageAction? Form(PageFacts facts, FactsForm form, int index)
    {
        // Without a form element the button has a handler of its own, but its fields want to be filled first.
        if (form.Method == "dialog" || (form.Fields.Count == 0 && form.Submit is null))
        {
            return null;
        }

        var shape = string.Join(',', form.Fields.Select(f => $"{f.Type} {f.Name ?? f.Label}"));
        return new(SiteActions.Submit, form.Submit ?? form.Fields[0].Element, $"submit {form.Method} {form.Action.Split('?')[0]} {shape} {form.SubmitText}", Shared: form.Method != "script", Form: index);
    }

    private static IEnumerable<PageAction> Drags(PageFacts facts, int[] usable)
    {
        var targets = usable.Where(i => facts.Elements[i].Listens.Contains("drop")).ToArray();
        return usable.Where(i => facts.Elements[i].Draggable && targets.Any(t => t != i))
            .Select(i => Action(SiteActions.Drag, facts, i, facts.Elements[targets.First(t => t != i)].Print.Css));
    }

    private static PageAction Action(string kind, PageFacts facts, int index, string? value = null)
    {
        var element = facts.Elements[index];
        var print = element.Print;
        var shared = print.Landmark is "banner" or "navigation" or "contentinfo" or "complementary";
        var name = Digits().Replace(print.Name.Length > 0 ? print.Name : print.Text ?? "", "0");
        var types = string.Join(' ', element.Listens.Order(StringComparer.Ordinal));
        return new(kind, index, $"{kind} {value} {print.Role} '{name}' {print.Landmark} {(shared ? "" : print.Path)} {types} {element.Handler}", shared, value);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
