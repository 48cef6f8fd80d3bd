using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>What ends a session is called so. Whoever shares a session leaves it alone even where everything else is allowed.</summary>
internal static class SignOutWords
{
    public const string Reason = "it would end the session that everything else here uses";

    private static readonly PhraseBook Phrases = new([
        "log out", "logout", "log off", "logoff", "sign out", "signout", "sign off", "signoff", "abmelden", "ausloggen", "deconnexion", "se deconnecter", "deconnecter", "cerrar sesion", "desconectarse",
        "esci", "disconnetti", "disconnettiti", "sair", "terminar sessao", "encerrar sessao", "uitloggen", "afmelden", "wyloguj", "logga ut", "log ud", "log af", "logg ut", "logg av", "kirjaudu ulos",
        "odhlasit", "odhlasit se", "выйти", "вийти", "cikis yap", "oturumu kapat", "αποσυνδεση", "deconectare", "kijelentkezes", "dang xuat", "تسجيل الخروج", "התנתק", "התנתקות", "लॉग आउट", "लॉगआउट"]);

    /// <summary>Pieces of text, for languages that put no space between words.</summary>
    private static readonly string[] Pieces =
        [.. new[] { "ログアウト", "サインアウト", "登出", "退出登录", "退出登錄", "로그아웃", "ออกจากระบบ" }.Select(PlainWords.Folded)];

    public static bool Name(ElementFingerprint print) => In(print.Name) || In(print.Text) || In(print.Title);

    public static bool In(string? text) =>
        text is { Length: > 0 } && (Phrases.FirstIn(PlainWords.Of(text)) is not null || Array.Exists(Pieces, PlainWords.Folded(text).Contains));

    public static bool In(Uri url) => In(Uri.UnescapeDataString(UrlNormalForm.Relative(url)));
}
