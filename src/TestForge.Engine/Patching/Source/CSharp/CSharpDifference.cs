using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>Compares two trees that may differ in some calls that make locators, and in nothing else.</summary>
/// <param name="starts">Where the methods' names begin in the old text.</param>
internal sealed class CSharpDifference(IReadOnlyList<int> starts)
{
    private readonly HashSet<int> _patched = [];

    /// <summary>Returns what differs beside those calls, or null.</summary>
    public string? Between(SyntaxNode old, SyntaxNode now)
    {
        if (Compare(old, now) is { } difference)
        {
            return difference;
        }

        return _patched.Count != starts.Count ? "a locator that should have changed was not found"
            : Words(old).SequenceEqual(Words(now)) ? null
            : "a comment or a directive";
    }

    private string? Compare(SyntaxNodeOrToken old, SyntaxNodeOrToken now)
    {
        if (old.AsNode() is InvocationExpressionSyntax call && CSharpLocators.NameOf(call) is { } name && starts.Contains(name.SpanStart))
        {
            _patched.Add(name.SpanStart);
            return CompareLocators(call, now.AsNode());
        }

        if (old.RawKind != now.RawKind)
        {
            return Place(old);
        }

        var (parts, others) = (old.ChildNodesAndTokens(), now.ChildNodesAndTokens());
        if (old.IsToken)
        {
            return old.AsToken().Text == now.AsToken().Text ? null : Place(old);
        }

        return parts.Count != others.Count ? Place(old) : parts.Zip(others, Compare).FirstOrDefault(d => d is not null);
    }

    /// <summary>In place of the old call a chain of locators with literals alone may stand, on what the old one was called on.</summary>
    private string? CompareLocators(InvocationExpressionSyntax old, SyntaxNode? now)
    {
        if (CSharpLocators.ReceiverOf(old) is not { } receiver)
        {
            return $"{Place(old)}: a locator after '?.'";
        }

        var at = now as ExpressionSyntax;
        for (var spare = Depth(now) - Depth(receiver); spare > 0; spare--)
        {
            if (at is not InvocationExpressionSyntax call || CSharpLocators.MethodOf(call) is null || !CSharpLocators.HasLiteralsAlone(call))
            {
                return $"{Place(old)}: the new locator is not made of locators with literals alone";
            }

            at = CSharpLocators.ReceiverOf(call);
        }

        return at is null || at == now ? $"{Place(old)}: the new locator is not called on what the old one was" : Compare(receiver, at);
    }

    /// <summary>How many calls follow each other on what is called first.</summary>
    private static int Depth(SyntaxNode? node)
    {
        var depth = 0;
        while (node is InvocationExpressionSyntax call)
        {
            depth++;
            node = CSharpLocators.ReceiverOf(call);
        }

        return depth;
    }

    private static IEnumerable<string> Words(SyntaxNode root) => root.DescendantTrivia(descendIntoTrivia: false)
        .Where(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia))
        .Select(t => t.ToFullString().Trim());

    private static string Place(SyntaxNodeOrToken part) => $"line {part.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1}";
}
