using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes the spec file of a feature.</summary>
internal static class TypeScriptSpecs
{
    public static string Write(NamedPlan names, NamedFeature feature)
    {
        var helpers = new HashSet<(string Name, string Module)>();
        var usesExpect = false;
        var body = new SourceWriter(2);
        body.Open($"test.describe({SingleQuoted(Title(feature.Feature))}, () => {{");
        var first = true;
        foreach (var named in feature.Cases.Where(c => !c.Case.Anonymous))
        {
            Separate(body, ref first);
            Case(body, named);
        }

        if (feature.Cases.Any(c => c.Case.Anonymous))
        {
            Separate(body, ref first);
            body.Open("test.describe('signed out', () => {").Line("test.use({ storageState: { cookies: [], origins: [] } });");
            foreach (var named in feature.Cases.Where(c => c.Case.Anonymous))
            {
                body.Line();
                Case(body, named);
            }

            body.Close("});");
        }

        body.Close("});");
        var imports = new SourceWriter(2);
        foreach (var (name, module) in helpers.OrderBy(h => h.Module, StringComparer.Ordinal))
        {
            imports.Line($"import {{ {name} }} from '../support/{module}';");
        }

        return imports.Line($"import {{ {(usesExpect ? "expect, " : "")}test }} from '../support/test';").Line() + body.ToString();

        void Case(SourceWriter source, NamedCase named)
        {
            var steps = new TypeScriptSteps(names);
            var code = named.Case.Steps.Select(s => (Step: s, Lines: steps.Code(s.Action).ToArray())).ToArray();
            WriteCase(source, named, steps, code);
            helpers.UnionWith(steps.Helpers);
            usesExpect |= steps.UsesExpect;
        }
    }

    private static void WriteCase(SourceWriter source, NamedCase named, TypeScriptSteps steps, (TestStep Step, string[] Lines)[] code)
    {
        if (CommentText.Of(named.Case.Why) is { Length: > 0 } why)
        {
            source.Line($"// {why}");
        }

        var fixtures = steps.Fixtures.Count == 0 ? "" : $"{{ {string.Join(", ", steps.Fixtures.Order(StringComparer.Ordinal))} }}";
        source.Open($"test({SingleQuoted(named.Title)}, {{");
        if (TagsOf(named.Case) is { Length: > 0 } tags)
        {
            source.Line($"tag: [{tags}],");
        }

        source.Line($"annotation: {{ type: 'case', description: {SingleQuoted(named.Case.Id)} }},")
            .Between($"}}, async ({fixtures}) => {{");
        foreach (var (step, lines) in code)
        {
            source.Open($"await test.step({SingleQuoted(StepTitle(step))}, async () => {{").Lines(lines).Close("});");
        }

        source.Close("});");
    }

    private static string StepTitle(TestStep step) => $"{step.Keyword} {PageText.Clean(step.Text, 300)}";

    private static string TagsOf(TestCase testCase) =>
        string.Join(", ", CaseTags.Of(testCase).Select(t => $"'@{t}'"));

    private static string Title(TestFeature feature) => PageText.Clean(feature.Title) is { Length: > 0 } title ? title : feature.Id;

    private static void Separate(SourceWriter source, ref bool first)
    {
        if (!first)
        {
            source.Line();
        }

        first = false;
    }
}
