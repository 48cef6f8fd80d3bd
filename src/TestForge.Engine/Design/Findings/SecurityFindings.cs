using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Findings;

/// <summary>Protections that are missing.</summary>
internal static class SecurityFindings
{
    public static IEnumerable<Finding> Of(SiteMap site)
    {
        var pages = site.Pages.Where(p => p.Outcome == PageOutcome.Ok && TargetPaths.Relative(site.Target, p.Url) is not null).ToArray();
        return Headers(pages).Concat(Mixed(pages)).Concat(Passwords(pages));
    }

    private static IEnumerable<Finding> Headers(SitePage[] pages)
    {
        var https = pages.Where(p => p.Url.StartsWith("https:", StringComparison.Ordinal));
        return new[]
        {
            Missing(pages, "content-security-policy", FindingSeverity.Moderate, "Without a policy, injected script runs freely. Send Content-Security-Policy."),
            Missing(pages, "x-content-type-options", FindingSeverity.Minor, "Without it, browsers guess types and may run an upload as script. Send X-Content-Type-Options: nosniff."),
            Missing(pages.Where(p => !HasFrameAncestors(p)), "x-frame-options", FindingSeverity.Moderate, "Other sites can frame the page and trick visitors into clicks. Send frame-ancestors in the Content-Security-Policy, or X-Frame-Options."),
            Missing(pages, "referrer-policy", FindingSeverity.Minor, "Full addresses may leak to other sites. Send Referrer-Policy: strict-origin-when-cross-origin or stricter."),
            Missing(https, "strict-transport-security", FindingSeverity.Moderate, "A first visit over http can be intercepted. Send Strict-Transport-Security."),
        }.OfType<Finding>();
    }

    private static Finding? Missing(IEnumerable<SitePage> pages, string header, FindingSeverity severity, string detail) =>
        pages.Where(p => !p.SecurityHeaders.ContainsKey(header)).Select(p => p.Id).ToArray() is { Length: > 0 } ids
            ? FindingMaker.Make(FindingCategory.Security, severity, $"header {header}", $"Header {header} is missing", $"{detail} Missing on {ids.Length} page(s).", ids) with { Rule = header }
            : null;

    private static bool HasFrameAncestors(SitePage page) =>
        page.SecurityHeaders.TryGetValue("content-security-policy", out var policy) && policy.Contains("frame-ancestors", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Finding> Mixed(SitePage[] pages) => pages
        .SelectMany(p => p.MixedContent.Select(url => (Page: p, Url: url)))
        .GroupBy(x => x.Url)
        .Select(g => FindingMaker.Make(
            FindingCategory.Security,
            FindingSeverity.Serious,
            $"mixed {g.Key}",
            $"Loaded without encryption: {PageText.Clean(g.Key, 100)}",
            "Anyone on the way can read and change it although the page is encrypted. Load it over https.",
            g.Select(x => x.Page.Id)) with { Rule = "mixed-content" });

    private static IEnumerable<Finding> Passwords(SitePage[] pages)
    {
        var insecure = pages.Where(p => p.Forms.Any(f => f.Fields.Any(x => x.Type == "password") && IsInsecure(f.Action.Length > 0 ? f.Action : p.Url))).Select(p => p.Id).ToArray();
        return insecure.Length == 0 ? [] :
        [
            FindingMaker.Make(
                FindingCategory.Security,
                FindingSeverity.Critical,
                "password over http",
                "Passwords are sent without encryption",
                "Anyone on the way can read them. Serve the form and its target over https.",
                insecure) with { Rule = "insecure-password" },
        ];
    }

    // On this machine nobody is on the way.
    private static bool IsInsecure(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback;
}
