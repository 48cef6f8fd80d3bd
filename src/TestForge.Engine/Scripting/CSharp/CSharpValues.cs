using TestForge.Engine.Scripting.Source;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes values that may refer to what a test has made up or noted.</summary>
internal static class CSharpValues
{
    public static string Text(string text) => ReferenceText.Expression(text, DoubleQuoted, null, "Values.Unique", Noted);

    /// <param name="value">May refer to environment variables too.</param>
    /// <param name="values">What holds the test's own values there.</param>
    public static string Value(string value, string values = "Values") =>
        ReferenceText.Expression(value, DoubleQuoted, v => $"Settings.Required({DoubleQuoted(v)})", $"{values}.Unique", Noted);

    public static string Noted(string name) => $"Values.Noted({DoubleQuoted(name)})";
}
