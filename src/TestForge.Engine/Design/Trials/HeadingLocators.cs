using Microsoft.Playwright;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>
/// Finds a main heading by place, not by its words: the words are what the check is about, and a locator made of them
/// would turn a changed heading into a missing element.
/// </summary>
internal static class HeadingLocators
{
    private static readonly string[] Places = ["h1", "main h1", "header h1"];

    public static async Task<LocatorSpec?> PickAsync(IPage page, ElementFingerprint print, CancellationToken cancellationToken)
    {
        if (print.Tag != "h1")
        {
            return null;
        }

        foreach (var place in Places)
        {
            var spec = new LocatorSpec { Kind = LocatorKind.Css, Value = place, Frames = print.Frames };
            if (await page.Locate(spec).CountAsync().WaitAsync(cancellationToken) == 1)
            {
                return spec;
            }
        }

        return null;
    }
}
