using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TestForge.Engine.Patching.Recording;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>All source files of a suite: where its tests are, and which call has made a locator that was seen in use.</summary>
internal sealed class CSharpSuiteFiles(IReadOnlyList<CSharpFile> files)
{
    /// <summary>Reads files; those that are no text in UTF-8 are left out.</summary>
    public static CSharpSuiteFiles Read(string folder, IEnumerable<string> paths, CancellationToken cancellationToken) => new(
        [.. paths.Select(p => (Path: p, EditedFile.Read(p)?.Original))
            .Where(f => f.Original is not null)
            .Select(f => new CSharpFile(Path.GetRelativePath(folder, f.Path).Replace('\\', '/'), CSharpSource.Parse(f.Original!, cancellationToken)))]);

    /// <summary>Where a test is; null when no file has it alone.</summary>
    public (string File, int Line)? Test(string className, string method)
    {
        var named = files.SelectMany(f => f.Methods().Where(m => m.Method == method).Select(m => (f.Name, m.Class, m.Line))).ToArray();
        var own = named.Where(m => m.Class == className).ToArray();
        return own is [var first, ..] ? (first.Name, first.Line) : named is [var only] ? (only.Name, only.Line) : null;
    }

    /// <summary>The locator at the call that has made it; where several may have, or none does in plain words, at the place of use.</summary>
    public RecordedLocator Made(RecordedLocator used)
    {
        var here = files.FirstOrDefault(f => f.Name == used.File)?.At(used.Line).ToArray() ?? [];
        var names = here.SelectMany(n => n.DescendantTokens()).Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.Text).ToHashSet();
        var words = SelectorWords.OfLast(used.Locator, used.Method);
        var all = files.SelectMany(f => f.Calls).Where(c => c.Read.Method == used.Method).ToArray();
        var same = all.Where(c => words?.IsOf(c.Read) == true).ToArray();

        // Told from the place of use: in the same statement, by the name it is reached by there, in the same file.
        bool IsHere(CSharpCall call) => call.File == used.File && here.Any(n => n.Span.Contains(call.Node.Span));
        var made = Only(same)
            ?? Only(same.Where(IsHere))
            ?? Only(same.Where(c => c.Names().Any(names.Contains)))
            ?? Only(same.Where(c => c.File == used.File && c.Names().Any(names.Contains)))
            ?? (same.Length == 0 ? Only(all.Where(c => !c.Read.Literal && IsHere(c))) ?? Only(all.Where(c => !c.Read.Literal && c.Names().Any(names.Contains))) : null);
        return made is null ? used : used with { File = made.File, Line = made.Line, Column = made.Column };
    }

    private static CSharpCall? Only(IEnumerable<CSharpCall> calls) => calls.Take(2).ToArray() is [var only] ? only : null;
}
