using System.Globalization;
using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes the methods of a page object, and the data they take.</summary>
internal static class TypeScriptMethods
{
    private const int MaxLine = 120;

    /// <summary>The type of a method's data, with an empty line after it.</summary>
    public static void WriteType(SourceWriter source, PageMethod method)
    {
        if (method.TakesOneValue)
        {
            return;
        }

        source.Line($"/** What is filled in by {method.Page.ClassName}.{Words.Camel(method.Name)}. */").Open($"export interface {method.DataType} {{");
        foreach (var field in method.Fields)
        {
            if (field.Kind == typeof(StepAction.ChooseAt))
            {
                source.Line("/** Place in the list, from 0. */");
            }

            source.Line($"{Words.Camel(field.Name)}{(field.Optional ? "?" : "")}: {TypeOf(field)};");
        }

        source.Close("}").Line();
    }

    public static void Write(SourceWriter source, PageMethod method)
    {
        source.Line();
        if (method.HasUsualData)
        {
            source.Line("/** Data as most tests use it; a test says what differs. */")
                .Open($"{Words.Camel(method.Name)}Data({(UsesValues(method) ? "values: CaseValues" : "")}): {method.DataType} {{")
                .Open("return {")
                .Lines(method.Fields.Select(f => $"{Words.Camel(f.Name)}: {Value(f.Usual!, _ => "")},"))
                .Close("};").Close("}").Line();
        }

        var parameter = method.TakesOneValue ? $"{Words.Camel(method.Fields[0].Name)}: {TypeOf(method.Fields[0])}" : $"data: {method.DataType}";
        source.Open($"async {Words.Camel(method.Name)}({parameter}): Promise<void> {{");
        foreach (var field in method.Fields)
        {
            var name = method.TakesOneValue ? Words.Camel(field.Name) : $"data.{Words.Camel(field.Name)}";
            var line = $"await this.{Words.Camel(field.Element.Member)}.{Fill(field, name)};";
            if (field.Optional)
            {
                source.Open($"if ({name} !== undefined) {{").Line(line).Close("}").Line();
            }
            else
            {
                source.Line(line);
            }
        }

        var last = Words.Camel(method.Page.Elements.First(e => e.Element.Id == method.Last.Element).Member);
        source.Line($"await this.{last}.{(method.Last is StepAction.Press press ? $"press({SingleQuoted(press.Key)})" : "click()")};").Close("}");
    }

    /// <summary>Whether the page's file needs the type of what a test makes up.</summary>
    public static bool UsesValues(PageMethod method) =>
        method.HasUsualData && method.Fields.Any(f => f.Usual is StepAction.Fill fill && fill.Value.Contains("${unique}", StringComparison.Ordinal));

    /// <summary>The call in a test. <paramref name="variable"/> writes how a secret is read.</summary>
    public static IEnumerable<string> Call(MethodCall call, string page, Func<string, string> variable)
    {
        var method = call.Method;
        var before = $"await {page}.{Words.Camel(method.Name)}(";
        if (method.TakesOneValue)
        {
            return [$"{before}{Value(call.ValueOf(method.Fields[0])!, variable)});"];
        }

        var usual = method.HasUsualData ? $"{page}.{Words.Camel(method.Name)}Data({(UsesValues(method) ? TypeScriptValues.Fixture : "")})" : null;
        var given = method.Fields
            .Where(f => usual is null ? call.ValueOf(f) is not null : call.ValueOf(f) != f.Usual)
            .Select(f => $"{Words.Camel(f.Name)}: {(call.ValueOf(f) is { } value ? Value(value, variable) : "undefined")}")
            .ToArray();
        if (usual is not null && given.Length == 0)
        {
            return [$"{before}{usual});"];
        }

        string[] entries = [.. usual is null ? Array.Empty<string>() : [$"...{usual}"], .. given];
        var one = $"{before}{{ {string.Join(", ", entries)} }});";
        return one.Length <= MaxLine ? [one] : [$"{before}{{", .. entries.Select(e => $"  {e},"), "});"];
    }

    private static string TypeOf(MethodField field) =>
        field.Kind == typeof(StepAction.ChooseAt) ? "number" : field.Kind == typeof(StepAction.SetChecked) ? "boolean" : "string";

    private static string Fill(MethodField field, string name) =>
        field.Kind == typeof(StepAction.Choose) ? $"selectOption({{ label: {name} }})"
        : field.Kind == typeof(StepAction.ChooseAt) ? $"selectOption({{ index: {name} }})"
        : field.Kind == typeof(StepAction.SetChecked) ? $"setChecked({name})"
        : $"fill({name})";

    private static string Value(StepAction action, Func<string, string> variable) => action switch
    {
        StepAction.Fill a => TypeScriptValues.Value(a.Value, variable),
        StepAction.Choose a => SingleQuoted(a.Option),
        StepAction.ChooseAt a => a.Index.ToString(CultureInfo.InvariantCulture),
        StepAction.SetChecked a => a.Checked ? "true" : "false",
        _ => throw new InvalidOperationException($"{action.GetType().Name} fills in no field."),
    };
}
