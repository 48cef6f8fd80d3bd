using TestForge.Engine.Design.Trials;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Goals;

/// <summary>The elements that one goal's case uses, each once, on the pages of the map where they were met.</summary>
internal sealed class GoalElements(DesignContext context, string draftId)
{
    private readonly Dictionary<string, PageElement> _known = [];

    public IEnumerable<string> PageIds => _known.Values.Select(e => context.PageOf(e.Id)).Distinct();

    public TestStep StepOf(LiveStep step)
    {
        var element = step.Print is { } print ? Adopted(PageAt(step.From), print, step) : null;
        var field = element is null ? null : step.Field ?? new() { ElementId = element.Id, Label = element.Print.Name };
        return step.Kind switch
        {
            LiveActKind.Click => Phrases.WhenClick(context, element!),
            LiveActKind.Fill => Phrases.WhenFill(element!, field!, step.Value!),
            LiveActKind.Choose => Phrases.WhenChoose(element!, field!, step.Value!),
            LiveActKind.Check or LiveActKind.Uncheck => Phrases.WhenCheck(element!, field!, step.Kind == LiveActKind.Check),
            LiveActKind.Press when element is not null => Phrases.WhenPress(element, field!, step.Value!),
            LiveActKind.Press => Phrases.WhenPressKey(step.Value!),
            LiveActKind.Open => new(StepKeyword.When, $"I open {Phrases.Quoted(step.Value!)}", new StepAction.Navigate(step.Value!)),
            LiveActKind.Back => Phrases.WhenBack(),
            LiveActKind.Reload => Phrases.WhenReload(),
            _ => throw new InvalidOperationException($"{step.Kind} is no step of a case."),
        };
    }

    private PageElement Adopted(string pageId, ElementFingerprint print, LiveStep step)
    {
        var key = $"{pageId}\n{print.Role}\n{print.Name}\n{print.Css}";
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var element = new PageElement($"{pageId}.{draftId}.{_known.Count + 1}", print, Visible: true, Enabled: true);
        var name = print.Name.Length > 0 ? print.Name : step.Field?.Label ?? print.Tag;
        var kind = print.Role switch { "link" => "link", "button" => "button", "tab" => "tab", "menuitem" => "menu item", _ => "field" };
        context.Adopt(pageId, $"{name} {kind}", element);
        return _known[key] = element;
    }

    /// <summary>The page of the map at this path, or the one it is most like; pages that only goals reach are told with the first.</summary>
    private string PageAt(string path)
    {
        var plain = path.Split('?', '#')[0];
        var page = context.Pages.FirstOrDefault(p => context.PathOf(p) == path)
            ?? context.Pages.FirstOrDefault(p => p.Duplicates.Any(d => TargetPaths.Relative(context.Site.Target, d) == path))
            ?? context.Pages.FirstOrDefault(p => context.PathOf(p).Split('?', '#')[0] == plain)
            ?? (UrlTemplates.OfRecord(plain) is { } kind ? context.Pages.FirstOrDefault(p => context.Data.IsRecordPage(p.Id) && UrlTemplates.OfRecord(context.PathOf(p)) == kind) : null)
            ?? context.Pages[0];
        return page.Id;
    }
}
