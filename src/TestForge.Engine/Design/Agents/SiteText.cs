using System.Globalization;
using System.Text;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>Writes what the map knows in few words, with the ids that answers may name. It is data of the application: whoever gives it to a model fences it.</summary>
internal sealed class SiteText
{
    private const int MaxLength = 48_000;
    private const int MaxHeadings = 8;
    private const int MaxOptions = 12;
    private const int MaxStates = 8;
    private const int MaxEntries = 3;
    private const int MaxOnPage = 60;

    private static readonly string[] Shared = ["banner", "navigation", "contentinfo"];

    /// <summary>Controls told of each page, fewer where many pages would make it too long.</summary>
    private static readonly int[] MaxControls = [40, 20, 10, 5];

    private readonly DesignContext _context;
    private readonly SiteFacts _facts;

    public SiteText(DesignContext context, SiteFacts facts, int maxPages)
    {
        (_context, _facts) = (context, facts);
        Pages = [.. context.TypicalPages.DistinctBy(Shape).Take(maxPages)];
        Outline = string.Join('\n', Pages.Select(Head));
        Whole = MaxControls.Select(Write).FirstOrDefault(t => t.Length <= MaxLength) ?? Write(MaxControls[^1])[..MaxLength];
    }

    /// <summary>The pages that are told: one of each kind.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    /// <summary>A line for each page.</summary>
    public string Outline { get; }

    /// <summary>All pages with their controls.</summary>
    public string Whole { get; }

    /// <summary>One page with its controls.</summary>
    public string Of(SitePage page)
    {
        var text = new StringBuilder();
        Write(text, page, MaxOnPage, []);
        return text.ToString().TrimEnd();
    }

    private string Write(int maxControls)
    {
        var text = new StringBuilder();
        var known = new HashSet<string>();
        foreach (var page in Pages)
        {
            Write(text, page, maxControls, known);
        }

        foreach (var flow in _context.Site.Flows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"seen: a way of the kind {flow.Kind} through {string.Join(", ", flow.Stops)}");
        }

        return text.ToString().TrimEnd();
    }

    /// <param name="text">Is written to.</param>
    /// <param name="page">The page.</param>
    /// <param name="maxControls">Most controls told of it.</param>
    /// <param name="known">Controls of headers and footers that were told with an earlier page.</param>
    private void Write(StringBuilder text, SitePage page, int maxControls, HashSet<string> known)
    {
        text.AppendLine(Head(page));
        foreach (var heading in page.Headings.Take(MaxHeadings))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  heading {Phrases.Quoted(heading.Text)}");
        }

        Controls(text, page.Elements, maxControls, "  ", known);
        foreach (var form in page.Forms)
        {
            Form(text, form, "  ");
        }

        foreach (var state in _context.Site.States.Where(s => s.PageId == page.Id).Take(MaxStates))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {state.Id}, shown after {string.Join(", ", state.Path.Select(p => $"{p.Action} {p.ElementId}"))}: {Phrases.Quoted(state.Title)}");
            Controls(text, state.Elements, maxControls / 4, "    ", []);
            foreach (var form in state.Forms)
            {
                Form(text, form, "    ");
            }
        }
    }

    private string Head(SitePage page) => $"{page.Id} {_context.PathOf(page)} {Phrases.Quoted(page.Title)}";

    private void Controls(StringBuilder text, IReadOnlyList<PageElement> elements, int most, string indent, HashSet<string> known)
    {
        var entries = new Dictionary<string, int>();
        var (told, left, again) = (0, 0, 0);
        foreach (var element in elements.Where(e => e.Visible && e.Print.Role.Length + e.Print.Name.Length > 0 && e.Print.Role != "heading"))
        {
            if (Shared.Contains(element.Print.Landmark) && !known.Add($"{element.Print.Role}|{element.Print.Name}|{element.Print.Href}"))
            {
                again++;
            }
            else if (told == most || (_context.Data.IsData(element.Id) && EntryOf(element) > MaxEntries))
            {
                left++;
            }
            else
            {
                told++;
                text.Append(indent).AppendLine(Line(element));
            }
        }

        if (again > 0)
        {
            text.Append(indent).AppendLine("and the header, navigation and footer of the pages before");
        }

        if (left > 0)
        {
            text.Append(indent).AppendLine(CultureInfo.InvariantCulture, $"and {left} more");
        }

        int EntryOf(PageElement element)
        {
            var kind = $"{element.Print.Role}|{element.Print.Path}";
            return entries[kind] = entries.GetValueOrDefault(kind) + 1;
        }
    }

    private string Line(PageElement element)
    {
        var field = _facts.Field(element.Id);
        var name = field?.Label is { Length: > 0 } label ? label : element.Print.Name;
        var text = new StringBuilder($"{element.Id} {(element.Print.Role.Length > 0 ? element.Print.Role : element.Print.Tag)} {Phrases.Quoted(name)}");
        if (field is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", Constraints(field))})");
        }

        text.Append(_facts.Target(element.Id) is { } target ? $" -> {target}" : "");
        text.Append(_facts.RefusalOf(element) is { } refusal ? $" REFUSED: {refusal}" : "");
        return text.ToString();
    }

    private static IEnumerable<string> Constraints(FormField field)
    {
        yield return field.Type;
        if (field.Required)
        {
            yield return "required";
        }

        foreach (var (what, value) in new (string, object?)[] { ("min length", field.MinLength), ("max length", field.MaxLength), ("min", field.Min), ("max", field.Max), ("step", field.Step), ("pattern", field.Pattern) })
        {
            if (value?.ToString() is { Length: > 0 } text)
            {
                yield return $"{what} {Phrases.Quoted(text).Trim('"')}";
            }
        }

        if (field.Options.Count > 0)
        {
            var more = field.Options.Count > MaxOptions ? $" and {field.Options.Count - MaxOptions} more" : "";
            yield return $"options {string.Join(" | ", field.Options.Take(MaxOptions).Select(Phrases.Quoted))}{more}";
        }
    }

    private static void Form(StringBuilder text, PageForm form, string indent)
    {
        var fields = form.Fields.Count == 0 ? "" : $" of {string.Join(", ", form.Fields.Select(f => f.ElementId))}";
        var sent = form.SubmitElementId is { } submit ? $", sent by {submit}" : "";
        text.Append(indent).AppendLine(CultureInfo.InvariantCulture, $"{form.Id} form {Phrases.Quoted(form.Name)} ({form.Purpose.ToString().ToLowerInvariant()}, {form.Method}){fields}{sent}");
    }

    /// <summary>Pages of the same structure and fields, beside each other by their addresses, are one kind.</summary>
    private string Shape(SitePage page) =>
        page.Fingerprint.Length == 0 ? page.Id : $"{UrlTemplates.OfRecord(_context.PathOf(page)) ?? page.Id}|{page.Fingerprint}|{string.Join(',', page.Forms.SelectMany(f => f.Fields).Select(f => $"{f.Name}:{f.Type}"))}";
}
