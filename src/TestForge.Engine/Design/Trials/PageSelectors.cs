using TestForge.Engine.Resources;

namespace TestForge.Engine.Design.Trials;

/// <summary>Gives a script of a page what it needs to name elements.</summary>
internal static class PageSelectors
{
    private static readonly string Script = EmbeddedText.Read("Design/Trials/page-selectors.js");

    /// <param name="function">A function of JavaScript that calls <c>selectors()</c>.</param>
    public static string With(string function) => $"(...given) => {{\n{Script}\nreturn (\n{function.TrimEnd()}\n)(...given);\n}}";
}
