using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes a page object.</summary>
internal static class CSharpPages
{
    public static string Write(NamedPage page)
    {
        var elements = page.OwnElements;
        var source = new SourceWriter(4);
        source.Line("namespace EndToEndTests.Pages;").Line()
            .Line($"/// <summary>{CommentText.Xml(page.Page.Name)}.</summary>")
            .Line($"public sealed class {page.ClassName}(IPage page)")
            .Open("{")
            .Line($"public const string Path = {DoubleQuoted(TargetPath.Of(page.Page.Path))};").Line();
        foreach (var element in elements)
        {
            source.Line($"public ILocator {element.Member} => {CSharpLocators.Expression("page", element.Element.Locator)};").Line();
        }

        return source.Line("public Task OpenAsync() => page.GotoAsync(Path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });")
            .Close("}").ToString();
    }
}
