using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>A call of a suite that makes a locator.</summary>
/// <param name="File">Below the suite's folder, with forward slashes.</param>
/// <param name="Node">Where it is in the tree.</param>
/// <param name="Read">What it says.</param>
internal sealed record CSharpCall(string File, InvocationExpressionSyntax Node, LocatorCall Read)
{
    public int Line => Read.Line;

    /// <summary>From 1.</summary>
    public int Column => CSharpLocators.NameOf(Node)!.GetLocation().GetLineSpan().StartLinePosition.Character + 1;

    /// <summary>Names by which code reaches what it makes: of its variable, its field or property, or the method that returns it.</summary>
    public IEnumerable<string> Names()
    {
        foreach (var above in Node.Ancestors().TakeWhile(n => n is not TypeDeclarationSyntax))
        {
            var name = above switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                MethodDeclarationSyntax method => method.Identifier.Text,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax field } => field.Identifier.Text,
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax field } => field.Name.Identifier.Text,
                _ => null,
            };
            if (name is not null)
            {
                yield return name;
            }
        }
    }
}
