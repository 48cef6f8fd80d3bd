using TestForge.Engine.Scripting.Source;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes values that may refer to what a test has made up or noted.</summary>
internal static class TypeScriptValues
{
    /// <summary>The fixture that keeps them.</summary>
    public const string Fixture = "values";

    public static string Text(string text) => ReferenceText.Expression(text, SingleQuoted, null, $"{Fixture}.unique", Noted);

    public static string Value(string value, Func<string, string> variable) => ReferenceText.Expression(value, SingleQuoted, variable, $"{Fixture}.unique", Noted);

    public static string Noted(string name) => $"{Fixture}.noted({SingleQuoted(name)})";
}
