using TestForge.Engine.Scripting.Source;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes values that may refer to what a test has made up or noted.</summary>
internal static class CSharpValues
{
    public static string Text(string text) => ReferenceText.Expression(text, DoubleQuoted, null, "Values.Unique", Noted);

    public static string Value(string value) => ReferenceText.Expression(value, DoubleQuoted, v => $"Settings.Required({DoubleQuoted(v)})", "Values.Unique", Noted);

    public static string Noted(string name) => $"Values.Noted({DoubleQuoted(name)})";
}
