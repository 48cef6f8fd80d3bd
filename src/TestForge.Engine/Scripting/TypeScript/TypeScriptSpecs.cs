using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Engine.Steps;
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
        foreach (var module in helpers.GroupBy(h => h.Module).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            imports.Line($"import {{ {string.Join(", ", module.Select(h => h.Name).Order(StringComparer.Ordinal))} }} from '../support/{module.Key}';");
        }

        return imports.Line($"import {{ {(usesExpect ? "expect, " : "")}test }} from '../support/test';").Line() + body.ToString();

        void Case(SourceWriter source, NamedCase named)
        {
            var steps = new TypeScriptSteps(names);
            WriteCase(source, named, steps, [.. Code(names, named.Case, steps)]);
            helpers.UnionWith(steps.Helpers);
            usesExpect |= steps.UsesExpect;
        }
    }

    private static void WriteCase(SourceWriter source, NamedCase named, TypeScriptSteps steps, (string Title, string[] Lines)[] code)
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
        var first = true;
        foreach (var (title, lines) in code)
        {
            Separate(source, ref first);
            var waits = lines.Any(l => l.Contains("await ", StringComparison.Ordinal));
            source.Open($"await test.step({SingleQuoted(title)}, {(waits ? "async " : "")}() => {{").Lines(lines).Close("});");
        }

        source.Close("});");
    }

    private static IEnumerable<(string Title, string[] Lines)> Code(NamedPlan names, TestCase testCase, TypeScriptSteps steps)
    {
        for (var i = 0; i < testCase.Steps.Count; i++)
        {
            if (names.Methods.At(testCase, i) is { } call)
            {
                yield return (StepTitle.Of(StepKeyword.When, call.Text), [.. steps.Code(call)]);
                i += call.Steps.Count - 1;
            }
            else
            {
                yield return (StepTitle.Of(testCase.Steps[i]), [.. steps.Code(testCase.Steps[i].Action)]);
            }
        }
    }

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
