using TestForge.Pipeline;

namespace TestForge.Engine.Browser.Consent;

/// <summary>Tells consent banners from everything else that lies over pages, and chooses the button that gives least away.</summary>
internal static class ConsentRule
{
    private const int LongestButton = 60;
    private static readonly string[] Order = ["decline", "close", "accept"];
    private static readonly string[] Crosses = ["×", "✕", "✖", "✗", "x", "X"];

    /// <summary>Returns the overlay, its button and what that does, or null when none asks for consent or none can be answered.</summary>
    public static (FactsOverlay Overlay, int Button, string Kind)? Choose(IEnumerable<FactsOverlay> overlays, Uri page)
    {
        foreach (var overlay in overlays.OrderBy(o => o.Known is null ? 1 : 0))
        {
            var (strong, weak) = (overlay.Known is not null || ConsentWords.FirstIn("topic", overlay.Text) is not null, ConsentWords.FirstIn("weakTopic", overlay.Text) is not null);
            if (!strong && !weak)
            {
                continue;
            }

            var kinds = overlay.Buttons.Select(b => MayPress(b, page) ? b.Kind ?? KindOf(b.Name) : null).ToArray();

            // A dialog that merely mentions privacy and can be closed is any dialog.
            if (Order.FirstOrDefault(k => kinds.Contains(k)) is { } kind && (strong || kind != "close"))
            {
                return (overlay, Array.IndexOf(kinds, kind), kind);
            }
        }

        return null;
    }

    /// <summary>Whether a frame that lies over the page may hold a consent banner, by what it is called.</summary>
    public static bool MayHoldBanner(FactsOverlay overlay) =>
        overlay.Frame && (overlay.Known is not null || PlainWords.Of(overlay.Text).Any(w => w is "cmp" or "sp" or "consent" or "cookie" or "cookies" or "privacy" or "gdpr" or "quantcast" or "trustarc"));

    /// <summary>What a button does by its words: <c>decline</c>, <c>close</c>, <c>accept</c>, or null.</summary>
    public static string? KindOf(string name)
    {
        if (name.Length > LongestButton)
        {
            return null;
        }

        if (Crosses.Contains(name))
        {
            return "close";
        }

        if (ConsentWords.FirstIn("decline", name) is not null)
        {
            return "decline";
        }

        // "Accept selection" keeps what is ticked, which is what is necessary; the longer phrase says more.
        var (close, accept) = (ConsentWords.FirstIn("close", name), ConsentWords.FirstIn("accept", name));
        return accept is not null && Count(accept) >= Count(close) ? "accept" : close is not null ? "close" : null;
    }

    /// <summary>The word of the map for a kind.</summary>
    public static string Done(string kind) => kind switch
    {
        "decline" => ConsentBanner.Declined,
        "close" => ConsentBanner.Closed,
        _ => ConsentBanner.Accepted,
    };

    private static int Count(string? phrase) => phrase is null ? 0 : PlainWords.Of(phrase).Count;

    private static bool MayPress(FactsOverlayButton button, Uri page) =>
        DestructiveGuard.HazardOfWords(button.Name) is null
        && (button.SendsTo is not { Length: > 0 } to || (Uri.TryCreate(to, UriKind.Absolute, out var action) && action.Authority == page.Authority && DestructiveGuard.HazardOf(action) is null));
}
