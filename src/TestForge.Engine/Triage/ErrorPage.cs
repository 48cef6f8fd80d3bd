using System.Globalization;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Triage;

/// <summary>Tells the pages that servers and frameworks show instead of the one asked for.</summary>
internal static partial class ErrorPage
{
    /// <summary>Error pages are short: what is longer reports of errors.</summary>
    private const int MaxText = 3_000;

    /// <summary>Whether a status says that the surroundings failed, not that the application has no such page.</summary>
    public static bool IsOfSurroundings(int status) => status is >= 500 or 401 or 403 or 407 or 408 or 425 or 429;

    /// <summary>Returns what the page says of itself, or null when it does not call itself an error page. A long page is none, whatever it is about.</summary>
    public static string? SignOf(PageLook? page) => page is null || page.Text.Length > MaxText
        ? null
        : new[] { page.Title, page.Heading }.FirstOrDefault(t => Failed().IsMatch(t));

    /// <summary>Returns what the page says of itself when it says that there is no such page, or null.</summary>
    public static string? MissingSignOf(PageLook? page) => page is null || page.Text.Length > MaxText
        ? null
        : new[] { page.Title, page.Heading }.FirstOrDefault(t => Missing().IsMatch(t));

    public static string Name(int status) => status.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(error )?5\d\d\b|\b(50[0234]|429)\b.*\b(error|unavailable|gateway|time-?out|requests)|internal server error|server error|bad gateway|gateway time-?out|service (temporarily )?unavailable|too many requests"
        + @"|temporarily unavailable|(down|closed) for maintenance|under maintenance|(application|unexpected|unhandled|runtime|fatal) (error|exception)|an error (has )?occurred|something went wrong|whitelabel error"
        + @"|database (error|connection)|this site can.t be reached|access denied|forbidden|unauthorized|session (has )?(expired|timed out)"
        + @"|interner serverfehler|wartungsarbeiten|ein fehler ist aufgetreten|erreur interne|une erreur est survenue|error interno|error del servidor",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failed();

    [GeneratedRegex(@"^(error )?4(04|10)\b|\b404\b.*not found|^(page|site|url|file|resource)? ?not found\b|page (does not|doesn.t) exist|seite nicht gefunden|page introuvable|página no encontrada", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing();
}
