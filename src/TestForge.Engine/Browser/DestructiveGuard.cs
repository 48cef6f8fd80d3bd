using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Names what must not be acted on: it destroys, ends the session, costs money or reaches other people.</summary>
internal static partial class DestructiveGuard
{
    /// <summary>Returns the reason to leave an element alone, or null.</summary>
    public static string? HazardOf(ElementFingerprint print, Uri? link)
    {
        var words = $"{print.Name} {print.Text} {print.Title} {print.Id} {print.NameAttribute} {print.TestId}";
        if (Match(words) is { } found)
        {
            return $"its words say '{found}'";
        }

        return link is not null && MatchAddress(link) is { } inAddress ? $"its address says '{inAddress}'" : null;
    }

    /// <summary>Returns the reason not to open an address, or null.</summary>
    public static string? HazardOf(Uri url) => MatchAddress(url) is { } found ? $"its address says '{found}'" : null;

    /// <summary>Returns the reason not to run what a handler's text says, or null.</summary>
    public static string? HazardOfWords(string? words) => words is { Length: > 0 } && Match(words) is { } found ? $"its script says '{found}'" : null;

    /// <summary>Returns the reason not to send a form, or null.</summary>
    public static string? HazardOf(string formName, string submitText, string action, IEnumerable<FormField> fields)
    {
        if (Match($"{formName} {submitText}") is { } found)
        {
            return $"its words say '{found}'";
        }

        if (fields.Any(f => f.Autocomplete?.StartsWith("cc-", StringComparison.Ordinal) == true || CardField().IsMatch($"{f.Name} {f.Label}")))
        {
            return "it asks for a payment card";
        }

        return UrlNormalForm.Parse(action) is { } url && MatchAddress(url) is { } inAddress ? $"its address says '{inAddress}'" : null;
    }

    private static string? Match(string words) => Words().Match(Separate(words)) is { Success: true } match ? match.Value.Trim().ToLowerInvariant() : null;

    private static string? MatchAddress(Uri url) => Match(Uri.UnescapeDataString(UrlNormalForm.Relative(url)));

    // "deleteUser", "delete_user" and "delete-user" are all two words.
    private static string Separate(string words) => Joints().Replace(words, " ");

    [GeneratedRegex(@"[_\-/=&?.:+#]+|(?<=\p{Ll})(?=\p{Lu})")]
    private static partial Regex Joints();

    [GeneratedRegex(
        @"\b(delet(e|es|ing)|remov(e|es|ing)|destroy|erase|purge|wipe|drop|truncate|reset|revoke|terminate|deactivate|disable|uninstall|shut ?down|reboot|restart|kill"
        + @"|log ?(out|off)|sign ?(out|off)|logout|signout|unsubscribe|unpublish|ban|block user|close account|cancel (account|subscription|order|plan)"
        + @"|pay|payment|buy now|purchase|place order|order now|complete order|transfer|withdraw|donate|refund|send money|publish"
        + @"|l(ö|oe)schen|entfernen|abmelden|ausloggen|bezahlen|jetzt kaufen|k(ü|ue)ndigen|zur(ü|ue)cksetzen"
        + @"|supprimer|effacer|d(é|e)connexion|se d(é|e)connecter|payer|acheter|r(é|e)silier|d(é|e)sabonner"
        + @"|eliminar|borrar|cerrar sesi(ó|o)n|pagar|comprar ahora|darse de baja|excluir|sair|apagar|elimina|cancella|esci|paga|verwijderen|uitloggen|betalen)\b"
        + @"|удалить|выйти|оплатить|删除|注销|退出登录|支付|削除|ログアウト|支払",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(card ?number|cvc|cvv|iban|credit ?card)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CardField();
}
