using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

/// <summary>E-mail addresses as far as they have to be looked at: what can be delivered only a message tells.</summary>
internal static class EmailText
{
    /// <summary>Why a text is no address, or null.</summary>
    public static string? WhyNot(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length > User.EmailLength || at < 1 || at != text.LastIndexOf('@') || at == text.Length - 1 || text.Any(c => c is <= ' ' or > '~' or '<' or '>' or '"' or ',' or ';')
            ? $"It has to be one address such as ann@shop.example, of at most {User.EmailLength} characters."
            : null;
    }

    /// <summary>What comes after the @, in lower case.</summary>
    public static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
