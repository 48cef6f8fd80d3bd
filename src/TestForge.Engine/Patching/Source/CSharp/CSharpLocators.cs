using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>Knows calls that make locators, and what their arguments say when they are literals.</summary>
internal static class CSharpLocators
{
    private static readonly Dictionary<string, string> Makers = new()
    {
        ["Locator"] = "locator",
        ["GetByRole"] = "getByRole",
        ["GetByTestId"] = "getByTestId",
        ["GetByLabel"] = "getByLabel",
        ["GetByPlaceholder"] = "getByPlaceholder",
        ["GetByText"] = "getByText",
        ["GetByAltText"] = "getByAltText",
        ["GetByTitle"] = "getByTitle",
    };

    public static IEnumerable<InvocationExpressionSyntax> In(SyntaxNode root) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => MethodOf(c) is not null);

    /// <summary>The name of the method that a call makes a locator with, as TypeScript has it; null for other calls.</summary>
    public static string? MethodOf(InvocationExpressionSyntax call) => NameOf(call) is { } name ? Makers.GetValueOrDefault(name.Identifier.Text) : null;

    /// <summary>The name of the method that is called on something.</summary>
    public static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>What a call is called on; null after <c>?.</c>, where it stands elsewhere.</summary>
    public static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    public static LocatorCall Read(InvocationExpressionSyntax call)
    {
        var name = NameOf(call)!;
        var arguments = call.ArgumentList.Arguments;
        var options = arguments.Skip(1).Select(a => a.Expression).OfType<BaseObjectCreationExpressionSyntax>().SingleOrDefault();
        var assigned = (options?.Initializer?.Expressions ?? []).OfType<AssignmentExpressionSyntax>().ToDictionary(a => a.Left.ToString(), a => a.Right);
        return new()
        {
            Found = true,
            Start = name.SpanStart,
            End = call.Span.End,
            Line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            Text = call.SyntaxTree.GetText().ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(name.SpanStart, call.Span.End)),
            Receiver = ReceiverOf(call)?.ToString() ?? "",
            Method = MethodOf(call)!,
            Literal = HasLiteralsAlone(call),
            Value = arguments.Count == 0 ? null : ValueOf(arguments[0].Expression),
            Name = assigned.TryGetValue("Name", out var named) ? ValueOf(named) : null,
            Exact = assigned.TryGetValue("Exact", out var exact) && exact.IsKind(SyntaxKind.TrueLiteralExpression),
            Others = [.. assigned.Keys.Where(k => k is not ("Name" or "Exact"))],
            Quote = '"',
            Options = options is ObjectCreationExpressionSyntax { Type: { } type } ? type.ToString() : "",
        };
    }

    /// <summary>Whether every argument is a text, a role, or options of such.</summary>
    public static bool HasLiteralsAlone(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count > 0 && call.ArgumentList.Arguments.All(a => a.NameColon is null && (IsLiteral(a.Expression) || IsLiteralOptions(a.Expression)));

    private static bool IsLiteralOptions(ExpressionSyntax expression) => expression is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } made
        && (made.Initializer?.Expressions ?? []).All(e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax } assigned && IsLiteral(assigned.Right));

    private static bool IsLiteral(ExpressionSyntax expression) => expression is LiteralExpressionSyntax || RoleOf(expression) is not null;

    private static string? ValueOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: string text } ? text : RoleOf(expression);

    private static string? RoleOf(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Expression: { } type, Name.Identifier.Text: { } role } && (type.ToString() == "AriaRole" || type.ToString().EndsWith(".AriaRole", StringComparison.Ordinal))
            ? role.ToLowerInvariant()
            : null;
}
