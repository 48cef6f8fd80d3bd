using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Naming;

/// <summary>What a person would call a form: Contact form, Sign-in form.</summary>
internal static class FormNames
{
    public static string Of(DesignContext context, SitePage page, PageForm form)
    {
        var words = form.Purpose switch
        {
            FormPurpose.Login => "Sign-in",
            FormPurpose.Registration => "Registration",
            FormPurpose.Contact => "Contact",
            FormPurpose.Search => "Search",
            _ when form.Name.Length is > 0 and <= 40 => PageText.Clean(form.Name, 40),
            _ when context.Element(form.SubmitElementId)?.Print.Name is { Length: > 2 and <= 30 } submit
                && !submit.Equals("submit", StringComparison.OrdinalIgnoreCase) && !submit.Equals("send", StringComparison.OrdinalIgnoreCase) => submit,
            _ => context.PageNames[page.Id].Replace(" page", "", StringComparison.Ordinal),
        };
        return words.EndsWith("form", StringComparison.OrdinalIgnoreCase) ? words : $"{words} form";
    }
}
