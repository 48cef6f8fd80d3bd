using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>A file of a suite as a tree.</summary>
/// <param name="Name">Below the suite's folder, with forward slashes.</param>
/// <param name="Root">The tree.</param>
internal sealed record CSharpFile(string Name, SyntaxNode Root)
{
    public IReadOnlyList<CSharpCall> Calls { get; } =
        [.. CSharpLocators.In(Root).Select(call => new CSharpCall(Name, call, CSharpLocators.Read(call)))];

    /// <summary>Whole statements, or members without any, that hold a line.</summary>
    public IEnumerable<SyntaxNode> At(int line) => Root.DescendantNodes()
        .Where(n => n is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax or StatementSyntax and not BlockSyntax)
        .Where(n => Lines(n) is var (first, last) && first <= line && line <= last)
        .OrderBy(n => n.Span.Length)
        .Take(1);

    /// <summary>Methods with the full names of their classes.</summary>
    public IEnumerable<(string Class, string Method, int Line)> Methods() => Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Select(m => (ClassOf(m), m.Identifier.Text, m.Identifier.GetLocation().GetLineSpan().StartLinePosition.Line + 1));

    private static (int First, int Last) Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return (span.StartLinePosition.Line + 1, span.EndLinePosition.Line + 1);
    }

    private static string ClassOf(SyntaxNode member)
    {
        var types = string.Join('+', member.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(t => t.Identifier.Text));
        var space = string.Join('.', member.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(n => n.Name.ToString()));
        return space.Length > 0 ? $"{space}.{types}" : types;
    }
}
