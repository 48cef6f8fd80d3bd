using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes how tests answer the consent banner.</summary>
internal static class TypeScriptConsent
{
    public static string Write(ConsentBanner consent)
    {
        var source = new SourceWriter(2);
        return source.Line("import { expect, type Page } from '@playwright/test';").Line()
            .Line($"/** Answers the consent banner whenever it stands in the way: {CommentText.Of(consent.Kind)} with \u201c{CommentText.Of(consent.Button)}\u201d. */")
            .Open("export async function answerConsent(page: Page): Promise<void> {")
            .Line($"const button = {TypeScriptLocators.Expression("page", consent.Locator)};")
            .Line("await page.addLocatorHandler(button, () => button.click());")
            .Close("}").Line()
            .Line("/** Has a banner that shows answered before a look at the page as a whole, which nothing stands in the way of. */")
            .Open("export async function consentAnswered(page: Page): Promise<void> {")
            .Line("await expect(page.locator('html')).toBeAttached();")
            .Close("}").ToString();
    }
}
