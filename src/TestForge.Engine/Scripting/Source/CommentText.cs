using System.Net;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Text as part of a comment, which it can neither end nor break.</summary>
internal static class CommentText
{
    /// <summary>For line and block comments.</summary>
    public static string Of(string text, int maxLength = 300) =>
        PageText.Clean(text, maxLength).Replace("*/", "* /", StringComparison.Ordinal);

    /// <summary>For C# documentation comments, which are XML.</summary>
    public static string Xml(string text) => WebUtility.HtmlEncode(Of(text));
}
