using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>One spec file a feature, one test a case.</summary>
internal sealed class TsSpec(PlanNames names)
{
    private readonly TsSteps _steps = new(names);

    public string Write(TestFeature feature, IReadOnlyList<TestCase> cases)
    {
        var body = new CodeWriter("  ");
        body.Line($"test.describe({Ts.Text(CaseTexts.OneLine(feature.Title))}, () => {{");
        body.Indent();
        var titles = CaseTexts.UniqueTitles(cases);
        var first = true;
        foreach (var testCase in cases.Where(c => !c.Anonymous))
        {
            Separate(body, ref first);
            WriteCase(body, testCase, titles[testCase.Id]);
        }

        if (cases.Any(c => c.Anonymous))
        {
            Separate(body, ref first);
            body.Line("test.describe('signed out', () => {");
            body.Indent();
            body.Line("test.use({ storageState: { cookies: [], origins: [] } });");
            foreach (var testCase in cases.Where(c => c.Anonymous))
            {
                body.Line();
                WriteCase(body, testCase, titles[testCase.Id]);
            }

            body.Dedent();
            body.Line("});");
        }

        body.Dedent();
        body.Line("});");
        return Imports(body.ToString()) + body;
    }

    private static void Separate(CodeWriter code, ref bool first)
    {
        if (!first)
        {
            code.Line();
        }

        first = false;
    }

    private static string Imports(string body)
    {
        var code = new CodeWriter("  ");
        code.Line(body.Contains("expect(", StringComparison.Ordinal) ? "import { expect, test } from '../support/fixtures';" : "import { test } from '../support/fixtures';");
        if (body.Contains("await expectAccessible(", StringComparison.Ordinal))
        {
            code.Line("import { expectAccessible } from '../support/accessibility';");
        }

        if (body.Contains("await checks.", StringComparison.Ordinal))
        {
            code.Line("import * as checks from '../support/checks';");
        }

        if (body.Contains("secret('", StringComparison.Ordinal))
        {
            code.Line("import { secret } from '../support/secret';");
        }

        return code.Line().ToString();
    }

    private void WriteCase(CodeWriter code, TestCase testCase, string title)
    {
        var fixtures = testCase.Steps.SelectMany(s => _steps.Fixtures(s.Action)).Distinct().OrderBy(f => f is "page" ? 0 : f is "watch" ? 1 : 2).ThenBy(f => f, StringComparer.Ordinal);
        if (testCase.Why.Length > 0)
        {
            code.Line($"// {CaseTexts.OneLine(testCase.Why)}");
        }

        code.Line($"test({Ts.Text(title)}, {{");
        code.Indent();
        code.Line($"tag: {Ts.Text($"@{FileNames.Safe(testCase.Technique)}")},");
        code.Line($"annotation: {{ type: 'case', description: {Ts.Text(testCase.Id)} }},");
        code.Dedent();
        code.Line($"}}, async ({{ {string.Join(", ", fixtures)} }}) => {{");
        code.Indent();
        foreach (var (line, step) in CaseTexts.Lines(testCase))
        {
            code.Line($"// {line}");
            code.Line(_steps.Write(step.Action));
        }

        code.Dedent();
        code.Line("});");
    }
}
