using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>Marks what a case types with the attempt's own word, so that it is found again among everything else.</summary>
internal static class OwnWords
{
    private const int WordLength = 9;

    private static readonly string[] Meaningful =
    [
        "tel", "phone", "mobile", "zip", "post", "code", "street", "address", "city", "town", "country", "url", "website", "birth", "date", "day", "time",
        "amount", "quantity", "qty", "price", "number", "count", "age ", "bill", "total", "user", "login", "search", "filter", "find", "voucher", "coupon", "cvc", "card", "iban",
    ];

    /// <summary>The text with the word, where the form keeps what is typed and the field has room for it; else the text alone.</summary>
    public static string Add(PageForm form, FormField field, string text)
    {
        if (form.Purpose is FormPurpose.Search or FormPurpose.Login || !IsFree(field) || field.Pattern is { Length: > 0 } || text.Length + WordLength > (field.MaxLength ?? int.MaxValue))
        {
            return text;
        }

        return field.Type == "email" ? text.Replace("@", $".{CaseValues.UniqueReference}@", StringComparison.Ordinal) : $"{text} {CaseValues.UniqueReference}";
    }

    // What means something to the application, such as a number, a street or a code, is left as it is.
    private static bool IsFree(FormField field)
    {
        if (field.Type is "textarea" or "email")
        {
            return true;
        }

        var hint = $" {field.Autocomplete} {field.Name} {field.Label} ".ToLowerInvariant();
        return field.Type == "text" && field.InputMode is not ("numeric" or "decimal" or "tel" or "url") && !Meaningful.Any(m => hint.Contains(m, StringComparison.Ordinal));
    }
}
