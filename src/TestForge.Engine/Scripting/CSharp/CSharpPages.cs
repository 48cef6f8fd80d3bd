using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes a page object.</summary>
internal static class CSharpPages
{
    public static string Write(NamedPage page, PageMethods all)
    {
        var methods = all.Of(page).ToArray();
        var source = new SourceWriter(4);
        if (methods.Any(CSharpMethods.UsesValues))
        {
            source.Line("using EndToEndTests.Support;").Line();
        }

        source.Line("namespace EndToEndTests.Pages;").Line()
            .Line($"/// <summary>{CommentText.Xml(page.Page.Name)}.</summary>")
            .Line($"public sealed class {page.ClassName}(IPage page)")
            .Open("{")
            .Line($"public const string Path = {DoubleQuoted(TargetPath.Of(page.Page.Path))};").Line();
        foreach (var element in page.OwnElements)
        {
            source.Line($"public ILocator {element.Member} => {CSharpLocators.Expression("page", element.Element.Locator)};").Line();
        }

        source.Line("public Task OpenAsync() => page.GotoAsync(Path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });");
        foreach (var method in methods)
        {
            CSharpMethods.Write(source, method);
        }

        source.Close("}");
        foreach (var method in methods)
        {
            CSharpMethods.WriteType(source, method);
        }

        return source.ToString();
    }
}
