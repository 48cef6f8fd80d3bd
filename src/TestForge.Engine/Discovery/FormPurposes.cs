using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Judges what a form is for by its fields and words.</summary>
internal static partial class FormPurposes
{
    public static FormPurpose Of(IReadOnlyList<FormField> fields, string words)
    {
        var passwords = fields.Count(f => f.Type == "password");
        if (passwords > 1 || fields.Any(f => f.Autocomplete == "new-password") || (passwords == 1 && Registration().IsMatch(words)))
        {
            return FormPurpose.Registration;
        }

        if (passwords == 1)
        {
            return FormPurpose.Login;
        }

        var texts = fields.Where(f => f.Type is "text" or "search" or "email" or "textarea" or "url" or "tel").ToArray();
        if (texts.Length == 1 && (texts[0].Type == "search" || Search().IsMatch($"{texts[0].Name} {texts[0].Label} {words}") || texts[0].Name is "q" or "s"))
        {
            return FormPurpose.Search;
        }

        return fields.Any(f => f.Type == "textarea") && fields.Any(f => f.Type == "email" || f.Name?.Contains("mail", StringComparison.OrdinalIgnoreCase) == true)
            ? FormPurpose.Contact
            : FormPurpose.Other;
    }

    [GeneratedRegex(@"\b(register|registration|sign ?up|create (an )?account|join)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Registration();

    [GeneratedRegex(@"\b(search|find|query|suche|recherche|buscar|keywords?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Search();
}
