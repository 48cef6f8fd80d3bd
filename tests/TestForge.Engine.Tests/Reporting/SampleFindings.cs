using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

internal static class SampleFindings
{
    public static IReadOnlyList<Finding> All { get; } =
    [
        new("a11y-1", FindingCategory.Accessibility, FindingSeverity.Critical, "Form fields have no label", "3 inputs have no label that a screen reader could read. Give each a <label> or aria-label.", ["p5", "p8"], "label", ["wcag2a", "wcag412"], ["#card-number", "input[name=\"cvc\"]"], "https://dequeuniversity.com/rules/axe/4.14/label"),
        new("a11y-2", FindingCategory.Accessibility, FindingSeverity.Serious, "Text has too little contrast", "Grey on white reaches 2.9:1, and 4.5:1 is needed. Darken the text.", ["p1", "p2", "p3", "p9"], "color-contrast", ["wcag2aa", "wcag143"], [".price-note"], "https://dequeuniversity.com/rules/axe/4.14/color-contrast"),
        new("a11y-3", FindingCategory.Accessibility, FindingSeverity.Moderate, "The page has no main landmark", "Put the main content into <main>.", ["p9"], "landmark-one-main", ["best-practice"], ["html"]),
        new("link-1", FindingCategory.BrokenLink, FindingSeverity.Serious, "“Gift cards” leads to an error", "https://shop.example/gift-cards answers 500. Repair the page or remove the link.", ["p1", "p2"]),
        new("console-1", FindingCategory.Console, FindingSeverity.Moderate, "TypeError: map is undefined", "stores.js:14. The map does not appear.", ["p12"]),
        new("net-1", FindingCategory.Network, FindingSeverity.Moderate, "GET /api/stores answers 502", "The list of stores stays empty.", ["p12"]),
        new("sec-1", FindingCategory.Security, FindingSeverity.Moderate, "No Content-Security-Policy", "Without it, injected scripts run. Send the header with every page.", ["p1", "p2", "p3"], "content-security-policy"),
        new("sec-2", FindingCategory.Security, FindingSeverity.Minor, "No Referrer-Policy", "Addresses of your pages are sent to other sites.", ["p1"], "referrer-policy"),
        new("resp-1", FindingCategory.Responsive, FindingSeverity.Moderate, "The returns table is wider than a phone", "At 390 pixels the page scrolls sideways by 114 pixels.", ["p11"]),
    ];
}
