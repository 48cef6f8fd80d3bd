using TestForge.Engine.Resources;

namespace TestForge.Engine.Browser;

/// <summary>The scripts that run inside pages.</summary>
internal static class PageScripts
{
    private static readonly string CrawlFunction = EmbeddedText.Read("Browser/page-crawl.js").Trim();

    /// <summary>Installed before any script of the page.</summary>
    public static string Watch { get; } = EmbeddedText.Read("Browser/page-watch.js");

    /// <summary>Installed before any script of a page that is explored.</summary>
    /// <param name="allowDelete">Whether DELETE requests are let through.</param>
    public static string Crawl(bool allowDelete) => $"({CrawlFunction})({(allowDelete ? "true" : "false")})";

    /// <summary>A function of what listens on which nodes; leaves a helper for <see cref="Facts"/>.</summary>
    public static string Explore { get; } = EmbeddedText.Read("Browser/page-explore.js");

    /// <summary>A function of <see cref="FactsOptions"/> that returns <see cref="PageFacts"/> as JSON.</summary>
    public static string Facts { get; } = Composed("page-facts.js", "page-forms.js", "page-structure.js", "page-addresses.js", "Consent/page-consent.js")
        .Replace("/* consent-banners.json */", EmbeddedText.Read("Browser/Consent/consent-banners.json").Trim(), StringComparison.Ordinal);

    /// <summary>A function of the elements that a locator finds: returns the fingerprint of the only one, as JSON.</summary>
    public static string Print { get; } = "(all) => {\n  if (all.length !== 1) return null;\n"
        + Facts[Facts.IndexOf("  const MAX_TEXT", StringComparison.Ordinal)..Facts.IndexOf("  const SELECTOR", StringComparison.Ordinal)]
        + """
          const offset = { x: 0, y: 0 };
          for (let frame = all[0].ownerDocument.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
            const box = frame.getBoundingClientRect();
            offset.x += box.x;
            offset.y += box.y;
          }
          let depth = 0;
          for (let root = all[0].getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) depth++;
          return JSON.stringify(printOf(all[0], [], depth, offset));
        }
        """;

    /// <summary>A function of no parameter for a frame that lies over a page: returns it as overlays, as JSON.</summary>
    public static string Overlay { get; } = Facts[..Facts.IndexOf("  await settle();", StringComparison.Ordinal)].Replace("async (options) => {", "() => { const options = {};", StringComparison.Ordinal)
        + "  const whole = overlayOf(document.body);\n  Object.defineProperty(window, Symbol.for('testforge.consent'), { value: overlaid, configurable: true });\n  return JSON.stringify(whole ? [{ ...whole, at: 0 }] : []);\n}";

    /// <summary>A function that returns what shows how the page was made, as JSON.</summary>
    public static string Technology { get; } = EmbeddedText.Read("Browser/page-technology.js");

    // One round trip wants one function; a file of its own wants each subject.
    private static string Composed(string whole, params string[] parts) => parts.Aggregate(
        EmbeddedText.Read($"Browser/{whole}"),
        (text, part) => text.Replace($"  /* {part} */\n", EmbeddedText.Read($"Browser/{part}"), StringComparison.Ordinal));
}
