using System.Globalization;
using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes the methods of a page object, and the data they take.</summary>
internal static class CSharpMethods
{
    private const int MaxLine = 140;

    /// <summary>The record of a method's data, with an empty line before it.</summary>
    public static void WriteType(SourceWriter source, PageMethod method)
    {
        if (method.TakesOneValue)
        {
            return;
        }

        source.Line()
            .Line($"/// <summary>What is filled in by <see cref=\"{method.Page.ClassName}.{method.Name}Async\"/>.</summary>")
            .Line($"public sealed record {method.DataType}").Open("{");
        foreach (var (i, field) in method.Fields.Index())
        {
            if (i > 0)
            {
                source.Line();
            }

            if (field.Kind == typeof(StepAction.ChooseAt))
            {
                source.Line("/// <summary>Place in the list, from 0.</summary>");
            }

            source.Line($"public {(field.Optional ? "" : "required ")}{TypeOf(field)}{(field.Optional ? "?" : "")} {field.Name} {{ get; init; }}");
        }

        source.Close("}");
    }

    public static void Write(SourceWriter source, PageMethod method)
    {
        source.Line();
        if (method.HasUsualData)
        {
            source.Line("/// <summary>Data as most tests use it; a test says what differs.</summary>")
                .Line($"public static {method.DataType} {method.Name}Data({(UsesValues(method) ? "CaseValues values" : "")}) => new()")
                .Open("{")
                .Lines(method.Fields.Select(f => $"{f.Name} = {Value(f.Usual!, "values")},"))
                .Close("};").Line();
        }

        var parameter = method.TakesOneValue ? $"{TypeOf(method.Fields[0])} {Words.Camel(method.Fields[0].Name)}" : $"{method.DataType} data";
        source.Line($"public async Task {method.Name}Async({parameter})").Open("{");
        foreach (var field in method.Fields)
        {
            var name = method.TakesOneValue ? Words.Camel(field.Name) : $"data.{field.Name}";
            if (field.Optional)
            {
                var local = Words.Camel(field.Name) + "Given";
                source.Line($"if ({name} is {{ }} {local})").Open("{").Line($"await {field.Element.Member}.{Fill(field, local)};").Close("}").Line();
            }
            else
            {
                source.Line($"await {field.Element.Member}.{Fill(field, name)};");
            }
        }

        var last = method.Page.Elements.First(e => e.Element.Id == method.Last.Element).Member;
        source.Line($"await {last}.{(method.Last is StepAction.Press press ? $"PressAsync({DoubleQuoted(press.Key)})" : "ClickAsync()")};").Close("}");
    }

    /// <summary>Whether the page's file needs the type of what a test makes up.</summary>
    public static bool UsesValues(PageMethod method) =>
        method.HasUsualData && method.Fields.Any(f => f.Usual is StepAction.Fill fill && fill.Value.Contains("${unique}", StringComparison.Ordinal));

    /// <summary>The call in a test.</summary>
    public static IEnumerable<string> Call(MethodCall call, string page)
    {
        var method = call.Method;
        var before = $"await {page}.{method.Name}Async(";
        if (method.TakesOneValue)
        {
            return [$"{before}{Value(call.ValueOf(method.Fields[0])!, "Values")});"];
        }

        var usual = method.HasUsualData ? $"{method.Page.ClassName}.{method.Name}Data({(UsesValues(method) ? "Values" : "")})" : null;
        var given = method.Fields
            .Where(f => usual is null ? call.ValueOf(f) is not null : call.ValueOf(f) != f.Usual)
            .Select(f => $"{f.Name} = {(call.ValueOf(f) is { } value ? Value(value, "Values") : "null")}")
            .ToArray();
        if (usual is not null && given.Length == 0)
        {
            return [$"{before}{usual});"];
        }

        var start = before + (usual is null ? "new()" : $"{usual} with");
        var one = $"{start} {{ {string.Join(", ", given)} }});";
        return one.Length <= MaxLine ? [one] : [start, "{", .. given.Select(g => $"    {g},"), "});"];
    }

    private static string TypeOf(MethodField field) =>
        field.Kind == typeof(StepAction.ChooseAt) ? "int" : field.Kind == typeof(StepAction.SetChecked) ? "bool" : "string";

    private static string Fill(MethodField field, string name) =>
        field.Kind == typeof(StepAction.Choose) ? $"SelectOptionAsync(new SelectOptionValue {{ Label = {name} }})"
        : field.Kind == typeof(StepAction.ChooseAt) ? $"SelectOptionAsync(new SelectOptionValue {{ Index = {name} }})"
        : field.Kind == typeof(StepAction.SetChecked) ? $"SetCheckedAsync({name})"
        : $"FillAsync({name})";

    private static string Value(StepAction action, string values) => action switch
    {
        StepAction.Fill a => CSharpValues.Value(a.Value, values),
        StepAction.Choose a => DoubleQuoted(a.Option),
        StepAction.ChooseAt a => a.Index.ToString(CultureInfo.InvariantCulture),
        StepAction.SetChecked a => a.Checked ? "true" : "false",
        _ => throw new InvalidOperationException($"{action.GetType().Name} fills in no field."),
    };
}
