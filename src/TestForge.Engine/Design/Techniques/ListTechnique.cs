using System.Text.RegularExpressions;
using TestForge.Engine.Design.Forms;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Lists keep what they promise whatever is in them: searching narrows, sorting orders, totals add up.</summary>
internal sealed partial class ListTechnique : IDesignTechnique
{
    private const int MaxSelects = 4;
    private const int MaxChoices = 4;
    private const string Order = "Visitors trust the order and the choice they asked for.";

    public string Name => "list";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var seen = new HashSet<string>();
        foreach (var page in context.TypicalPages.OrderBy(p => p.Depth))
        {
            if (seen.Add($"totals|{page.Fingerprint}"))
            {
                yield return Case(context, page, "totals", $"Totals of the {context.PageNames[page.Id]} add up", "A total that is not the sum of its parts is believed until somebody counts.", [new Probe.Totals(page.Id)]) with { Likelihood = 0.5 };
            }

            foreach (var draft in Others(context, page).Where(d => seen.Add($"{d.Title}|{page.Fingerprint}")))
            {
                yield return draft;
            }

            foreach (var (field, send) in Fields(context, page).Take(MaxSelects + 2))
            {
                var element = context.Element(field.ElementId)!;
                var label = field.Label.Length > 0 ? field.Label : element.Print.Name;
                if (!seen.Add($"{field.Type == "select"}|{label}|{page.Fingerprint}"))
                {
                    continue;
                }

                yield return field.Type == "select"
                    ? Case(context, page, Naming.Slug.Of(label, 24), $"{Phrases.Quoted(label)} arranges the list of the {context.PageNames[page.Id]}", Order, [new Probe.Arranges(page.Id, Choices(element, field), send)])
                    : Case(
                        context,
                        page,
                        Naming.Slug.Of(label, 24),
                        $"{Phrases.Quoted(label)} finds what the {context.PageNames[page.Id]} lists",
                        "A search that ignores what is typed, or loses what is there, sends visitors away.",
                        [new Probe.Narrows(page.Id, Phrases.WhenFill(element, field, CaseValues.NotedReference("wanted")), send)]);
            }
        }
    }

    // The choice that was there first comes last, so that it has something to undo.
    private static List<TestStep> Choices(PageElement element, FormField field) =>
        [.. Enumerable.Range(field.FirstOption, Math.Max(0, Math.Min(MaxChoices, field.Options.Count))).Append(0).Distinct().OrderBy(i => i == 0).Select(i => Phrases.WhenChooseAt(element, field, i))];

    /// <summary>Radio buttons and buttons in the head of a table order as list boxes do.</summary>
    private IEnumerable<CaseDraft> Others(DesignContext context, SitePage page)
    {
        var usable = page.Elements.Where(e => context.IsUsable(e) && e.Print.Frames.Count == 0 && e.Print.Name.Length > 0).ToArray();
        var inForms = page.Forms.Where(f => f.Method != "get" && f.Method != "script").SelectMany(f => f.Fields).Select(f => f.ElementId).ToHashSet();
        foreach (var group in usable.Where(e => e.Print.Role == "radio" && !inForms.Contains(e.Id)).GroupBy(e => e.Print.NameAttribute ?? "").Where(g => g.Count() is >= 2 and <= 6))
        {
            var steps = group.Skip(1).Append(group.First()).Select(e => Phrases.WhenCheck(e, new() { ElementId = e.Id, Label = e.Print.Name }, on: true)).ToArray();
            yield return Case(context, page, $"choice-{Naming.Slug.Of(group.First().Print.Name, 20)}", $"{Phrases.Quoted(group.First().Print.Name)} and the like arrange the list of the {context.PageNames[page.Id]}", Order, [new Probe.Arranges(page.Id, steps, null)]);
        }

        var heads = usable.Where(e => e.Print.Role is "button" or "columnheader" && e.Print.Path.Contains("/th", StringComparison.Ordinal)).Take(MaxChoices).ToArray();
        if (heads.Length > 0)
        {
            yield return Case(context, page, "columns", $"The columns of the {context.PageNames[page.Id]} sort it", Order, [new Probe.Arranges(page.Id, [.. heads.Select(e => Phrases.WhenClick(context, e))], null)]);
        }
    }

    private CaseDraft Case(DesignContext context, SitePage page, string what, string title, string why, IReadOnlyList<Probe> probes) => new()
    {
        Id = $"list-{context.Slugs[page.Id]}-{what}",
        Title = title,
        Feature = Features.Lists,
        Technique = Name,
        Why = why,
        PageId = page.Id,
        Likelihood = 0.8,
        Value = 0.7,
        Actions = [Phrases.GivenOn(context, page)],
        Probes = probes,
        Tags = ["list"],
    };

    // Fields of forms that send data are no business of a list; those alone or in a search form are.
    private static IEnumerable<(FormField Field, TestStep? Send)> Fields(DesignContext context, SitePage page)
    {
        var inForms = page.Forms.SelectMany(f => f.Fields.Select(x => (Form: f, Field: x))).ToLookup(x => x.Field.ElementId);
        foreach (var element in page.Elements.Where(e => context.IsUsable(e) && e.Print is { Tag: "select" or "input", Frames.Count: 0 }))
        {
            var (form, field) = inForms[element.Id].FirstOrDefault();
            field ??= new() { ElementId = element.Id, Type = element.Print.Tag == "select" ? "select" : element.Print.Type ?? "text", Label = element.Print.Name };
            var isSearch = field.Type == "search" || (field.Type == "text" && SearchWords().IsMatch($"{field.Label} {field.Name}"));
            // Fields without a form act by themselves, whatever button stands beside them.
            form = form?.Method == "script" ? null : form;
            if ((field.Type != "select" && !isSearch) || (form is not null && (FormGuard.Refusal(context, form) is not null || (form.Purpose != FormPurpose.Search && form.Fields.Any(f => f.Required)) || form.Method != "get")))
            {
                continue;
            }

            var button = form?.SubmitElementId is { } submit && context.Element(submit) is { } b && context.IsUsable(b) ? b : null;
            yield return (field, button is not null ? Phrases.WhenClick(context, button) : form is not null && isSearch ? Phrases.WhenPress(element, field, "Enter") : null);
        }
    }

    [GeneratedRegex(@"\b(search|find|filter|suche?n?|filtern|rechercher?|cherche|buscar|cerca|zoek|szukaj|sök)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SearchWords();
}
