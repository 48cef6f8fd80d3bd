using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Values;

/// <summary>Makes up valid values for fields from what they declare. The same seed and field give the same value.</summary>
internal sealed class ValueMaker(int seed)
{
    private static readonly string[] GivenNames = ["Alex", "Robin", "Kim", "Sasha", "Jamie", "Toni", "Noa", "Charlie"];
    private static readonly string[] FamilyNames = ["Morgan", "Larsen", "Novak", "Rivera", "Keller", "Okafor", "Moreau", "Lindt"];
    private static readonly string[] Cities = ["Springfield", "Riverton", "Lakeside", "Fairview"];

    /// <summary>Returns null when no value can be made up that the field is sure to accept, such as a file.</summary>
    public FieldAction? For(FormField field) => field.Type switch
    {
        "file" or "hidden" => null,
        "checkbox" => new(Checked: true),
        "radio" => new(Checked: true),
        "select" => field.Options.Count == 0 ? null : new(Option: field.Options[Pick(field, field.Options.Count)]),
        "number" or "range" => NumberValues.Valid(field) is { } number ? new(Text: number) : null,
        "date" or "datetime-local" or "month" or "week" or "time" => DateValues.Valid(field) is { } date ? new(Text: date) : null,
        "color" => new(Text: "#336699"),
        _ => TextOf(field) is { } text ? new(Text: text) : null,
    };

    private string? TextOf(FormField field)
    {
        if (field.Pattern is { Length: > 0 } pattern && !PatternText.Matches(pattern, Natural(field)))
        {
            return PatternText.Generate(pattern, field.MinLength ?? 0, field.MaxLength ?? 200);
        }

        var text = FitLength(Natural(field), field);
        return field.Pattern is { Length: > 0 } fitted && !PatternText.Matches(fitted, text) ? null : text;
    }

    private string Natural(FormField field) => field.Type switch
    {
        "email" => Email(field),
        "url" => "https://example.com/",
        "tel" => Phone,
        "password" => "Valid-Pass-2468!",
        "search" => "test",
        _ when field.InputMode is "numeric" or "decimal" => "24",
        _ => ByMeaning(field),
    };

    private string ByMeaning(FormField field)
    {
        var hint = $"{field.Autocomplete} {field.Name} {field.Label}".ToLowerInvariant();
        return hint switch
        {
            _ when Has(hint, "email", "e-mail") => Email(field),
            _ when Has(hint, "given-name", "first name", "firstname", "first_name", "first-name") => GivenName,
            _ when Has(hint, "family-name", "last name", "lastname", "last_name", "last-name", "surname") => FamilyName,
            _ when Has(hint, "username", "user name", "nickname", "login") => $"{GivenName}.{FamilyName}".ToLowerInvariant(),
            _ when Has(hint, "password") => "Valid-Pass-2468!",
            _ when Has(hint, "tel", "phone", "mobile") => Phone,
            _ when Has(hint, "postal", "zip", "postcode") => "12345",
            _ when Has(hint, "city", "town", "address-level2") => Cities[Mix("city", Cities.Length)],
            _ when Has(hint, "street", "address") => "12 Market Street",
            _ when Has(hint, "country") => "Germany",
            _ when Has(hint, "organization", "organisation", "company") => "Example Company",
            _ when Has(hint, "website", "homepage", "url") => "https://example.com/",
            _ when Has(hint, "birth", "bday") => "1990-05-17",
            _ when Has(hint, "amount", "quantity", "qty", "price", "number of", "count", "age") => "2",
            _ when Has(hint, "subject", "title", "topic") => "A short question",
            _ when Has(hint, "message", "comment", "description", "note", "body", "text", "review", "feedback") || field.Type == "textarea" =>
                "This is a test message with a few words.",
            _ when Has(hint, "name") => $"{GivenName} {FamilyName}",
            _ => "Sample text",
        };
    }

    private static string FitLength(string text, FormField field)
    {
        if (field.MinLength is { } min && text.Length < min)
        {
            text = field.Type is "email" or "url" ? text : text.PadRight(Math.Min(min, 2_000), 'a');
        }

        return field.MaxLength is { } max && text.Length > max ? text[..max].TrimEnd() : text;
    }

    private string GivenName => GivenNames[Mix("given", GivenNames.Length)];

    private string FamilyName => FamilyNames[Mix("family", FamilyNames.Length)];

    // Numbers 555-01xx are set aside for made-up use; example.com belongs to nobody (RFC 2606).
    private string Phone => string.Create(CultureInfo.InvariantCulture, $"+1 202 555 01{Mix("phone", 90) + 10}");

    private string Email(FormField field) =>
        FitLength(string.Create(CultureInfo.InvariantCulture, $"{GivenName}.{FamilyName}{Mix("mail", 90) + 10}@example.com").ToLowerInvariant(), field);

    private int Pick(FormField field, int count) => Mix(field.Name ?? field.Label, count);

    private int Mix(string word, int count)
    {
        // string.GetHashCode differs between processes; this does not.
        var hash = 2166136261u;
        foreach (var c in $"{seed}:{word}")
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash % (uint)count);
    }

    // Short words count only when they stand alone: "age" is not in "message".
    private static bool Has(string hint, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            for (var at = hint.IndexOf(word, StringComparison.Ordinal); at >= 0; at = hint.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                var alone = (at == 0 || !char.IsLetter(hint[at - 1])) && (end == hint.Length || !char.IsLetter(hint[end]));
                if (word.Length > 5 || alone)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
