using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes a page object.</summary>
internal static class TypeScriptPages
{
    public static string Write(NamedPage page, PageMethods all)
    {
        var elements = page.OwnElements;
        var methods = all.Of(page).ToArray();
        var source = new SourceWriter(2);
        var locator = elements.Count > 0 ? "Locator, " : "";
        source.Line($"import type {{ {locator}Page }} from '@playwright/test';");
        if (methods.Any(TypeScriptMethods.UsesValues))
        {
            source.Line("import type { CaseValues } from '../support/values';");
        }

        source.Line();
        foreach (var method in methods)
        {
            TypeScriptMethods.WriteType(source, method);
        }

        source.Line($"/** {CommentText.Of(page.Page.Name)}. */")
            .Open($"export class {page.ClassName} {{")
            .Line($"static readonly path = {SingleQuoted(TargetPath.Of(page.Page.Path))};").Line();
        foreach (var element in elements)
        {
            source.Line($"readonly {Words.Camel(element.Member)}: Locator;");
        }

        if (elements.Count > 0)
        {
            source.Line().Open("constructor(private readonly page: Page) {");
            foreach (var element in elements)
            {
                source.Line($"this.{Words.Camel(element.Member)} = {TypeScriptLocators.Expression("page", element.Element.Locator)};");
            }

            source.Close("}");
        }
        else
        {
            source.Line("constructor(private readonly page: Page) {}");
        }

        source.Line()
            .Open("async open(): Promise<void> {")
            .Line($"await this.page.goto({page.ClassName}.path, {{ waitUntil: 'domcontentloaded' }});")
            .Close("}");
        foreach (var method in methods)
        {
            TypeScriptMethods.Write(source, method);
        }

        return source.Close("}").ToString();
    }
}
