using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes the test class of a feature.</summary>
internal static class CSharpTests
{
    // Members of the base class and of every object; a method may not be named like its class either.
    private static readonly string[] ReservedMethods =
        ["Page", "Watch", "Values", "VisibleText", "InitializeAsync", "DisposeAsync", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    public static string Write(NamedPlan names, NamedFeature feature, string className, IReadOnlyList<NamedCase> cases, bool signedIn)
    {
        var methods = new UniqueNames([.. ReservedMethods, className]);
        var body = new SourceWriter(4);
        var usesPages = false;
        body.Line($"/// <summary>{CommentText.Xml(feature.Feature.Title)}{(signedIn ? "" : ", signed out")}.</summary>")
            .Line($"public sealed class {className}(SharedBrowser browser) : BrowserTest(browser{(signedIn ? "" : ", signedIn: false")})")
            .Open("{");
        for (var i = 0; i < cases.Count; i++)
        {
            if (i > 0)
            {
                body.Line();
            }

            usesPages |= WriteCase(body, names, cases[i], methods);
        }

        body.Close("}");
        return (usesPages ? "using EndToEndTests.Pages;\n" : "") + "using EndToEndTests.Support;\n\nnamespace EndToEndTests.Features;\n\n" + body;
    }

    private static bool WriteCase(SourceWriter source, NamedPlan names, NamedCase named, UniqueNames methods)
    {
        var steps = new CSharpSteps(names);
        var code = Code(names, named.Case, steps).ToArray();
        if (CommentText.Of(named.Case.Why) is { Length: > 0 } why)
        {
            source.Line($"// {why}");
        }

        source.Line($"[Fact(DisplayName = {DoubleQuoted(named.Title)})]")
            .Line($"[Trait(\"case\", {DoubleQuoted(named.Case.Id)})]")
            .Lines(CaseTags.Of(named.Case).Select(t => $"[Trait(\"tag\", \"{t}\")]"))
            .Line($"public async Task {methods.Take(MethodName(named), "_")}()")
            .Open("{");
        foreach (var page in steps.Pages.OrderBy(p => p.ClassName, StringComparer.Ordinal))
        {
            source.Line($"var {Words.Camel(page.ClassName)} = new {page.ClassName}(Page);");
        }

        var first = steps.Pages.Count == 0;
        StepKeyword? last = null;
        foreach (var (keyword, text, lines) in code)
        {
            if (!first)
            {
                source.Line();
            }

            first = false;
            source.Line($"// {(keyword == last ? "And" : keyword.ToString())} {CommentText.Of(text)}".TrimEnd()).Lines(lines);
            last = keyword;
        }

        source.Close("}");
        return steps.Pages.Count > 0;
    }

    private static IEnumerable<(StepKeyword Keyword, string Text, string[] Lines)> Code(NamedPlan names, TestCase testCase, CSharpSteps steps)
    {
        for (var i = 0; i < testCase.Steps.Count; i++)
        {
            var step = testCase.Steps[i];
            if (names.Methods.At(testCase, i) is { } call)
            {
                yield return (StepKeyword.When, call.Text, [.. steps.Code(call)]);
                i += call.Steps.Count - 1;
            }
            else
            {
                yield return (step.Keyword, step.Text, [.. steps.Code(step.Action)]);
            }
        }
    }

    private static string MethodName(NamedCase named)
    {
        var words = Words.Of(named.Title, 80);
        if (words.Count == 0)
        {
            words = Words.Of(named.Case.Id, 80);
        }

        var name = words.Count == 0 ? "Case" : string.Join('_', words);
        return char.IsAsciiDigit(name[0]) ? "Case_" + name : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
