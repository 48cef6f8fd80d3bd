using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes how tests answer the consent banner.</summary>
internal static class CSharpConsent
{
    public static string Write(ConsentBanner consent)
    {
        var source = new SourceWriter(4);
        return source.Line("namespace EndToEndTests.Support;").Line()
            .Line("/// <summary>Answers the consent banner of the application.</summary>")
            .Line("public static class Consent").Open("{")
            .Line($"/// <summary>Whenever the banner stands in the way: {CommentText.Xml(consent.Kind)} with \u201c{CommentText.Xml(consent.Button)}\u201d.</summary>")
            .Line("public static Task AnswerAsync(IPage page) =>")
            .Line($"    page.AddLocatorHandlerAsync({CSharpLocators.Expression("page", consent.Locator)}, button => button.ClickAsync());").Line()
            .Line("/// <summary>Has a banner that shows answered before a look at the page as a whole, which nothing stands in the way of.</summary>")
            .Line("public static Task AnsweredAsync(IPage page) => Expect(page.Locator(\"html\")).ToBeAttachedAsync();")
            .Close("}").ToString();
    }
}
