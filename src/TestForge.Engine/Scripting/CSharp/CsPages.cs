namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Page objects: every locator of a page, by the name of what it finds.</summary>
internal static class CsPages
{
    public static string Write(PageName page, PlanNames names)
    {
        var code = new CodeWriter("    ");
        code.Line("using Microsoft.Playwright;").Line().Line("namespace EndToEndTests.Pages;").Line();
        code.Line($"/// <summary>{Xml(page.Page.Name)}: {Xml(page.Page.Path)}</summary>");
        code.Line($"public sealed class {page.Class}(IPage page)").Line("{");
        code.Indent();
        var first = true;
        foreach (var element in names.ElementsOf(page))
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            code.Line($"public ILocator {element.Pascal} => {CsLocators.Write(element.Element.Locator, "page")};");
        }

        code.Dedent();
        return code.Line("}").ToString();
    }

    private static string Xml(string text) => System.Security.SecurityElement.Escape(CaseTexts.OneLine(text));
}
