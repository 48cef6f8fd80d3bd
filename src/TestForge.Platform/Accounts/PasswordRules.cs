using System.Collections.Frozen;

namespace TestForge.Platform.Accounts;

/// <summary>Which passwords may be chosen (NIST SP 800-63B, 5.1.1.2): long ones that are not known, with no rule about kinds of characters.</summary>
internal static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    private const int FewestCharacters = 5;

    private static readonly Lazy<FrozenSet<string>> Common = new(Read);

    /// <summary>Why a password must not be chosen, or null.</summary>
    public static string? WhyNot(string password, string email)
    {
        if (password.Length is < MinLength or > MaxLength)
        {
            return $"A password has {MinLength} to {MaxLength} characters. Several words are easy to keep in mind.";
        }

        var lower = password.ToLowerInvariant();
        var name = email.Split('@')[0].ToLowerInvariant();
        if (name.Length >= 4 && lower.Contains(name, StringComparison.Ordinal))
        {
            return "The password holds your name. Choose another.";
        }

        return IsCommon(lower) ? "The password is among those that are tried first. Choose another." : null;
    }

    // A known word with digits around it, or again and again, is what a guesser tries next.
    private static bool IsCommon(string lower)
    {
        var core = lower.Trim("0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ".ToCharArray());
        return lower.Distinct().Count() < FewestCharacters
            || Common.Value.Contains(lower)
            || Common.Value.Contains(core)
            || core.Length == 0
            || Enumerable.Range(1, core.Length / 2).Any(n => core.Length % n == 0 && core == string.Concat(Enumerable.Repeat(core[..n], core.Length / n)));
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt") ?? throw new InvalidOperationException("common-passwords.txt is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
