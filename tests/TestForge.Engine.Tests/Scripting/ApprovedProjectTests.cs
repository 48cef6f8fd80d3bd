using TestForge.Engine.Scripting;
using TestForge.Engine.Scripting.CSharp;
using TestForge.Engine.Scripting.Gherkin;
using TestForge.Engine.Scripting.TypeScript;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>The generated projects, whole, as somebody read and approved them.</summary>
public sealed class ApprovedProjectTests
{
    private static readonly TestPlan Plan = SamplePlan.Of(new("https://shop.example/start"));

    [Fact]
    public void The_typescript_project_is_the_one_that_was_approved() => ShouldMatch(new TypeScriptEmitter(), "typescript");

    [Fact]
    public void The_csharp_project_is_the_one_that_was_approved() => ShouldMatch(new CSharpEmitter(), "csharp");

    [Fact]
    public void The_features_are_the_ones_that_were_approved()
    {
        foreach (var (file, text) in GherkinWriter.Write(Plan))
        {
            Approved.ShouldMatch(text, Path.Combine(Approved.Beside("Approved"), "features", file));
        }
    }

    [Fact]
    public void The_same_plan_gives_the_same_files() =>
        new TypeScriptEmitter().Emit(Plan).Files.ShouldBe(new TypeScriptEmitter().Emit(Plan).Files);

    private static void ShouldMatch(IScriptEmitter emitter, string folder)
    {
        var root = Path.Combine(Approved.Beside("Approved"), folder);
        var files = emitter.Emit(Plan).Files;
        foreach (var (file, text) in files)
        {
            // The extra ending keeps these files out of this repository's own build and its tools.
            Approved.ShouldMatch(text, Path.Combine(root, file + ".txt"));
        }

        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')[..^".txt".Length])
            .ShouldBe(files.Keys, ignoreOrder: true);
    }
}
