using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>Reads C# with Roslyn.</summary>
internal sealed class CSharpSource : ISourceReader
{
    public Task<LocatorCall> FindAsync(string file, string text, int line, int column, string method, CancellationToken cancellationToken)
    {
        var root = Parse(text, cancellationToken);
        if (ErrorOf(root) is { } error)
        {
            return Task.FromResult(new LocatorCall { Error = error });
        }

        var here = CSharpLocators.In(root)
            .Where(c => CSharpLocators.MethodOf(c) == method)
            .Select(c => (Call: c, At: CSharpLocators.NameOf(c)!.GetLocation().GetLineSpan().StartLinePosition))
            .Where(c => c.At.Line == line - 1)
            .ToArray();
        var call = here.FirstOrDefault(c => c.At.Character == column - 1).Call ?? (here is [var only] ? only.Call : null);
        return Task.FromResult(call is null ? new LocatorCall() : CSharpLocators.Read(call));
    }

    public Task<string?> DifferenceAsync(string file, string before, string after, IReadOnlyList<int> starts, CancellationToken cancellationToken)
    {
        var (old, now) = (Parse(before, cancellationToken), Parse(after, cancellationToken));
        return Task.FromResult(ErrorOf(now) ?? new CSharpDifference(starts).Between(old, now));
    }

    public string? Write(LocatorSpec locator, LocatorCall old, Func<LocatorSpec, bool> exact) => CSharpText.Write(locator, old, exact);

    public static SyntaxNode Parse(string text, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: cancellationToken).GetRoot(cancellationToken);

    private static string? ErrorOf(SyntaxNode root) =>
        root.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error ? error.GetMessage(System.Globalization.CultureInfo.InvariantCulture) : null;
}
