using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Goals.Live;

/// <summary>Looks at a page and keeps what a person would use to go on.</summary>
internal sealed class EvidenceReader(LivePageOptions options, LiveGuard guard, LiveSecrets secrets)
{
    /// <summary>Controls listed at most; a person does not take in more either.</summary>
    public const int MaxElements = 80;

    private const int MaxNear = 80;
    private static readonly FactsOptions Reading = new(SettleMilliseconds: 3_000, Frames: true, Values: true);

    private static readonly HashSet<string> Roles =
    [
        "link", "button", "textbox", "searchbox", "spinbutton", "slider", "checkbox", "radio", "combobox", "listbox", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "switch", "option", "treeitem",
    ];

    public async Task<LiveLook> ReadAsync(IPage page, CancellationToken cancellationToken)
    {
        var facts = await PageReader.ReadAsync(page, Reading, cancellationToken);
        var state = await PageState.ReadAsync(page, cancellationToken);
        var usable = facts.Elements.Index().Where(e => e.Item is { Visible: true, Enabled: true } && RoleOf(e.Item) is not null).ToArray();
        // What lies over the page comes first, then what the page is about; the order is the page's own.
        var listed = usable.OrderBy(e => e.Item.Print.Landmark switch { "dialog" or "alertdialog" => 0, "navigation" or "banner" or "contentinfo" => 2, _ => 1 })
            .Take(MaxElements).OrderBy(e => e.Index).ToArray();
        var names = listed.CountBy(e => (RoleOf(e.Item), e.Item.Print.Name)).ToDictionary();
        var look = new LiveLook(new() { Path = "", State = "" }, facts, listed.Index().ToDictionary(e => $"e{e.Index + 1}", e => e.Item.Index));
        var elements = look.Places.Select(p => Of(p.Key, p.Value, look, names[(RoleOf(facts.Elements[p.Value]), facts.Elements[p.Value].Print.Name)] > 1)).ToArray();
        var evidence = new PageEvidence
        {
            Path = PathOf(state.Url),
            Title = secrets.Hide(state.Title),
            Language = facts.Language,
            Headings = Hidden(state.Headings),
            Messages = Hidden(state.Messages.Concat(state.Refusals).Concat(state.Notices).Distinct()),
            Lines = Hidden(state.Lines),
            Elements = elements,
            MoreElements = usable.Length - elements.Length,
            State = StateOf(state, elements),
        };
        return look with { Evidence = evidence };
    }

    /// <summary>The path within the application, fit to be told.</summary>
    public string PathOf(string address) =>
        secrets.Hide(SecretsInUrls.Hide(Uri.TryCreate(address, UriKind.Absolute, out var url) && guard.IsInside(address) ? UrlNormalForm.Relative(url) : address));

    private EvidenceElement Of(string reference, int place, LiveLook look, bool alike)
    {
        var element = look.Facts.Elements[place];
        var name = element.Print.Name.Length > 0 ? element.Print.Name : element.Print.Placeholder ?? element.Print.NameAttribute ?? "";
        return new(reference, RoleOf(element)!, secrets.Hide(name))
        {
            Value = element.Value is { } value ? secrets.Hide(PageText.Clean(value, 100)) : null,
            States = element.States,
            Options = [.. element.Options.Select(o => PageText.Clean(o, 100)).Where(o => o.Length > 0)],
            Link = element.Link is { } link ? LinkOf(link) : null,
            Near = alike && element.Print.NeighbourText is { } near ? secrets.Hide(PageText.Clean(near, MaxNear)) : null,
            Refused = guard.RefusalOf(element, look.SentBy(place)),
        };
    }

    private string LinkOf(string link) => guard.IsInside(link) ? PathOf(link) : Uri.TryCreate(link, UriKind.Absolute, out var url) && url.IdnHost.Length > 0 && url.IdnHost != options.Target.IdnHost ? url.IdnHost : "elsewhere";

    private string[] Hidden(IEnumerable<string> texts) => [.. texts.Select(secrets.Hide)];

    // Passwords, dates and the like have no role, and are fields all the same.
    private static string? RoleOf(FactsElement element) => element.Print switch
    {
        { Role: var role } when Roles.Contains(role) => role,
        { Tag: "input", Type: "file" } => null,
        { Tag: "input", Type: { } type } => $"field ({type})",
        { Tag: "select" } => "combobox",
        { Tag: "textarea" } => "textbox",
        { Tag: "summary" } => "button",
        _ => null,
    };

    private static string StateOf(PageState state, EvidenceElement[] elements)
    {
        var text = new StringBuilder(state.Url).Append('\n').Append(state.Title).Append('\n').AppendJoin('\n', state.Lines);
        foreach (var element in elements)
        {
            text.Append('\n').Append(element.Role).Append('|').Append(element.Name).Append('|').Append(element.Value).Append('|').AppendJoin(',', element.States);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
