using System.Globalization;
using System.Text.Json;
using TestForge.Platform.Personal;
using TestForge.Platform.Quotas;

namespace TestForge.Server;

/// <summary>What an operator wants a quota to be.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Most">The most; null for no end.</param>
/// <param name="Default">The installation's own number again.</param>
internal sealed record QuotaChange(QuotaKind Kind, long? Most, bool Default)
{
    /// <exception cref="PersonalException">It is no change of a quota.</exception>
    public static QuotaChange Read(string text)
    {
        var (name, value) = text.Split('=', 2) is [var first, var second] ? (first, second) : (text, "");
        if (!Enum.GetValues<QuotaKind>().Any(k => Word(k) == name))
        {
            throw new PersonalException("quota.bad_change", $"'{name}' in --set is no kind of quota. There are: {string.Join(", ", Enum.GetValues<QuotaKind>().Select(Word))}.");
        }

        var kind = Enum.GetValues<QuotaKind>().First(k => Word(k) == name);
        return value switch
        {
            "none" => new(kind, null, Default: false),
            "default" => new(kind, null, Default: true),
            _ when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) => new(kind, most, Default: false),
            _ => throw new PersonalException("quota.bad_change", $"'{value}' in --set {text} is no number; say {name}=1000, {name}=none or {name}=default."),
        };
    }

    public static string Word(QuotaKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
