using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TestForge.Engine.Claude.Masking;

/// <summary>Replaces secrets and personal data by placeholders before anything leaves: the same value by the same one, which tells nothing of it.</summary>
internal sealed partial class Masker
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly byte[] _key;
    private readonly IReadOnlyList<string> _secrets;
    private readonly IReadOnlyList<Regex> _patterns;

    public Masker(IOptions<ClaudeOptions> options, MaskKey key)
    {
        _key = key.Bytes;
        _secrets = [.. options.Value.Secrets.Append(options.Value.ApiKey ?? "").Where(s => s.Length > 3).OrderByDescending(s => s.Length)];
        _patterns = [.. options.Value.MaskPatterns.Select(p => new Regex(p, RegexOptions.CultureInvariant, Limit))];
    }

    public string Mask(string text, MaskedValues masked)
    {
        foreach (var secret in _secrets)
        {
            text = text.Contains(secret, StringComparison.Ordinal) ? text.Replace(secret, Hide("SECRET", secret, masked), StringComparison.Ordinal) : text;
        }

        foreach (var pattern in _patterns)
        {
            text = pattern.Replace(text, m => m.Length == 0 ? "" : Hide("CUSTOM", m.Value, masked));
        }

        text = PrivateKey().Replace(text, m => Hide("SECRET", m.Value, masked));
        text = Token().Replace(text, m => Hide("TOKEN", m.Value, masked));
        text = Named().Replace(text, m => m.Groups[1].Value + Hide("SECRET", m.Groups[2].Value, masked));
        text = Credentials().Replace(text, m => m.Groups[1].Value + Hide("SECRET", m.Groups[2].Value, masked) + "@");
        text = Email().Replace(text, m => Hide("EMAIL", m.Value, masked));
        text = CardLike().Replace(text, m => CardNumber.Is(m.Value) ? Hide("CARD", m.Value, masked) : m.Value);
        return Phone().Replace(text, m => Hide("PHONE", m.Value, masked));
    }

    private string Hide(string kind, string value, MaskedValues masked)
    {
        if (Whole().IsMatch(value))
        {
            return value;
        }

        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{value}")))[..10];
        var placeholder = $"[{kind}_{hash}]";
        masked.Add(placeholder, value);
        return placeholder;
    }

    [GeneratedRegex(@"^\[[A-Z]+_[0-9a-f]{10}\]$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)")]
    private static partial Regex PrivateKey();

    /// <summary>JSON web tokens, and keys of services whose form is public: AWS, GitHub, GitLab, Google, Slack, Stripe, and those that begin with sk-.</summary>
    [GeneratedRegex(@"\b(?:eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|A(?:KIA|SIA)[A-Z0-9]{16}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|(?:sk|pk|rk)_(?:live|test)_\w{10,}|sk-[\w-]{16,})")]
    private static partial Regex Token();

    /// <summary>What follows a telling name: <c>password=…</c>, <c>"api_key": "…"</c>, <c>Authorization: Bearer …</c>.</summary>
    [GeneratedRegex("""((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|session(?:[_-]?id)?|csrf|signature|authorization|kennwort|passwort)[\w-]{0,20}["']?\s{0,3}[=:]\s{0,3}(?:["']|(?:bearer|basic)\s{1,3})?)([^\s"'<>&;,\[\]]{4,})""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(://[^/@:\s]{0,100}:)([^/@\s\[]{1,200})@")]
    private static partial Regex Credentials();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\p{L}]{2,24}\b")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\d_a-f.])\d(?:[ -]?\d){11,18}(?![\da-z_]|\.\d)")]
    private static partial Regex CardLike();

    /// <summary>With a country's code only: other numbers cannot be told from prices, dates and ids.</summary>
    [GeneratedRegex(@"(?<![\w+])\+\d{1,3}[ ./-]?(?:\(\d{1,5}\)[ ./-]?)?\d(?:[ ./-]?\d){5,12}(?!\d)")]
    private static partial Regex Phone();
}
