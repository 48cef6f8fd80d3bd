using TestForge.Engine.Steps;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>Other data that a form declares to be valid: the edges of what it allows, what only some people write, and no more than it asks for.</summary>
internal static class FormVariants
{
    // The word of an attempt and the space before it.
    private const int WordLength = 9;
    private const int LongestText = 300;
    private const string Names = "Zoë O’Brien-Łąkę";
    private const string Prose = "Größe 5 €, “quoted” & <b>not bold</b>, 日本語";

    public static IEnumerable<FormVariant> Of(DesignContext context, PageForm form)
    {
        if (Steps(context, form, f => Edge(context, form, f, NumberValues.Least(f), DateBound.Earliest, f.MinLength is > 1 ? f.MinLength : null)) is { } lowest)
        {
            yield return new("lowest", "the least it allows", "What is just allowed is where a wrong comparison shows first.", lowest);
        }

        if (Steps(context, form, f => Edge(context, form, f, NumberValues.Most(f), DateBound.Latest, f.MaxLength is > 0 and <= LongestText ? f.MaxLength : null)) is { } highest)
        {
            yield return new("highest", "the most it allows", "What is just allowed is where a wrong comparison shows first, and long texts are where storage cuts off.", highest);
        }

        if (Steps(context, form, f => International(context, form, f)) is { } international)
        {
            yield return new("international", "letters and signs of many languages", "People have names with accents and apostrophes; what breaks on them, or takes signs for markup, breaks for them alone.", international);
        }

        if (Optional(context, form) is { } required)
        {
            yield return new("required-only", "nothing but what is required", "What is optional may be left out; code that counts on it all the same fails for whoever does.", required);
        }
    }

    /// <summary>Null when no field has another value than usual, or a required one has none.</summary>
    private static IReadOnlyList<TestStep>? Steps(DesignContext context, PageForm form, Func<FormField, TestStep?> other)
    {
        var others = form.Fields.Where(f => IsFilled(context, form, f)).Select(f => (f.ElementId, Step: other(f))).Where(o => o.Step is not null).DistinctBy(o => o.ElementId).ToDictionary(o => o.ElementId, o => o.Step);
        return others.Count == 0 ? null : FormFilling.Steps(context, form, others);
    }

    private static bool IsFilled(DesignContext context, PageForm form, FormField field) => FormFilling.Step(context, form, field) is not null;

    private static TestStep? Edge(DesignContext context, PageForm form, FormField field, string? number, DateBound bound, int? length)
    {
        var element = context.Element(field.ElementId)!;
        switch (field.Type)
        {
            case "number":
                return number is null || number == NumberValues.Valid(field) ? null : Phrases.WhenFill(element, field, number);
            case "date":
                return DateValues.ValidDay(field) is { Days: not 0 } && (bound == DateBound.Earliest ? field.Min : field.Max) is { Length: > 0 } ? Phrases.WhenFillDate(element, field, bound, 0) : null;
            case "text" or "textarea" when length is { } exact && field.Pattern is null or "":
                return Phrases.WhenFill(element, field, Text(form, field, exact));
            default:
                return null;
        }
    }

    private static string Text(PageForm form, FormField field, int length)
    {
        var own = OwnWords.Add(form, field, "").Contains(CaseValues.UniqueReference, StringComparison.Ordinal) && length > WordLength;
        var words = "Word ".PadRight(length, 'a')[..(own ? length - WordLength : length)];
        return own ? $"{words.TrimEnd().PadRight(words.Length, 'a')} {CaseValues.UniqueReference}" : words;
    }

    private static TestStep? International(DesignContext context, PageForm form, FormField field)
    {
        var usual = context.Values.For(field)?.Text;
        if (field.Type is not ("text" or "textarea") || usual is null || OwnWords.Add(form, field, usual) == usual)
        {
            return null;
        }

        var text = field.Type == "textarea" ? Prose : Names;
        return text.Length + WordLength > (field.MaxLength ?? int.MaxValue) ? null : Phrases.WhenFill(context.Element(field.ElementId)!, field, OwnWords.Add(form, field, text));
    }

    private static IReadOnlyList<TestStep>? Optional(DesignContext context, PageForm form)
    {
        var left = form.Fields.Where(f => !f.Required && f.Type is not ("radio" or "checkbox") && IsFilled(context, form, f)).DistinctBy(f => f.ElementId).ToDictionary(f => f.ElementId, TestStep? (_) => null);
        return left.Count == 0 || !form.Fields.Any(f => f.Required) ? null : FormFilling.Steps(context, form, left);
    }
}
