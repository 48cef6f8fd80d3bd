namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Page objects: every locator of a page, by the name of what it finds.</summary>
internal static class TsPages
{
    public static string Write(PageName page, PlanNames names)
    {
        var code = new CodeWriter("  ");
        var elements = names.ElementsOf(page).ToArray();
        code.Line("import type { Locator, Page } from '@playwright/test';").Line();
        code.Line($"/** {CaseTexts.OneLine(page.Page.Name).Replace("*/", "* /", StringComparison.Ordinal)}: {CaseTexts.OneLine(page.Page.Path).Replace("*/", "*%2F", StringComparison.Ordinal)} */");
        code.Line($"export class {page.Class} {{");
        code.Indent();
        foreach (var element in elements)
        {
            code.Line($"readonly {element.Camel}: Locator;");
        }

        code.Line().Line("constructor(page: Page) {");
        code.Indent();
        foreach (var element in elements)
        {
            code.Line($"this.{element.Camel} = {TsLocators.Write(element.Element.Locator, "page")};");
        }

        code.Dedent();
        code.Line("}");
        code.Dedent();
        return code.Line("}").ToString();
    }
}
