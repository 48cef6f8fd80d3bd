using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>One class a feature, one test a case; cases that start signed out have a class of their own.</summary>
internal sealed class CsTests(PlanNames names)
{
    private readonly CsSteps _steps = new(names);

    public string Write(string className, TestFeature feature, IReadOnlyList<TestCase> cases, bool signedOut)
    {
        var titles = CaseTexts.UniqueTitles(cases);
        var methods = new Identifiers(["Page", "Watch", "InitializeAsync", "DisposeAsync", "SignedOut", className, "Checks", "Settings", "ToString", "Equals", "GetType", "GetHashCode", .. names.Pages.Select(p => p.Class)]);
        var used = names.Pages.Where(p => cases.SelectMany(c => c.Steps).Any(s => s.Action.Element is { } id && names.Element(id).Page == p)).ToArray();
        var code = new CodeWriter("    ");
        code.Line("using EndToEndTests.Pages;", used.Length > 0).Line("using EndToEndTests.Support;").Line("using Microsoft.Playwright;").Line("using Xunit;");
        code.Line("using static Microsoft.Playwright.Assertions;").Line().Line("namespace EndToEndTests.Features;").Line();
        code.Line($"/// <summary>{System.Security.SecurityElement.Escape(CaseTexts.OneLine(feature.Title))}</summary>");
        code.Line($"public sealed class {className}(SharedBrowser browser) : PageTest(browser)").Line("{");
        code.Indent();
        if (signedOut)
        {
            code.Line("protected override bool SignedOut => true;").Line();
        }

        foreach (var page in used)
        {
            code.Line($"private {page.Class} {page.Class} => new(Page);").Line();
        }

        for (var i = 0; i < cases.Count; i++)
        {
            WriteCase(code, cases[i], titles[cases[i].Id], methods.Pascal(cases[i].Title, "Case"));
            if (i < cases.Count - 1)
            {
                code.Line();
            }
        }

        code.Dedent();
        return code.Line("}").ToString();
    }

    private void WriteCase(CodeWriter code, TestCase testCase, string title, string method)
    {
        if (testCase.Why.Length > 0)
        {
            code.Line($"// {CaseTexts.OneLine(testCase.Why)}");
        }

        code.Line($"[Fact(DisplayName = {Cs.Text(title)})]");
        code.Line($"[Trait(\"case\", {Cs.Text(testCase.Id)})]");
        code.Line($"[Trait(\"technique\", {Cs.Text(testCase.Technique)})]");
        code.Line($"public async Task {method}()").Line("{");
        code.Indent();
        foreach (var (line, step) in CaseTexts.Lines(testCase))
        {
            code.Line($"// {line}");
            code.Line(_steps.Write(step.Action));
        }

        code.Dedent();
        code.Line("}");
    }
}
