using TestForge.Engine.Artifacts;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Regeneration;

/// <summary>New locators go into a project that a person has edited; nothing else does.</summary>
public sealed class ProjectPatchTests : IDisposable
{
    private const string Old = "class Page {\n  save = page.getByTestId('save');\n\n  help = page.getByTestId('help');\n}\n";
    private const string New = "class Page {\n  save = page.getByTestId('store');\n\n  help = page.getByTestId('help');\n}\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-patch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_persons_edits_stay_and_a_later_generation_knows_of_the_patch()
    {
        await GenerateAsync(Old);
        Write(Old.Replace("}\n", "\n  mine = 1;\n}\n", StringComparison.Ordinal).ReplaceLineEndings("\r\n"));
        var patch = await PatchAsync();

        patch.Diff("").ShouldContain("-  save = page.getByTestId('save');\r\n+  save = page.getByTestId('store');\r\n");
        await patch.WriteAsync(Project(Old), Project(New), Stop);

        Read().ShouldBe(New.Replace("}\n", "\n  mine = 1;\n}\n", StringComparison.Ordinal).ReplaceLineEndings("\r\n"));
        (await PatchAsync()).Files.ShouldBeEmpty();
        (await GenerateAsync(New)).Files.Single().Fate.ShouldBe(FileFate.Kept);
    }

    [Fact]
    public async Task What_an_older_generator_wrote_differently_is_left_alone()
    {
        await GenerateAsync("// Older.\n" + Old);

        await (await PatchAsync()).WriteAsync(Project(Old), Project(New), Stop);

        Read().ShouldBe("// Older.\n" + New);
    }

    [Fact]
    public async Task A_line_that_a_person_changed_is_told_and_not_touched()
    {
        await GenerateAsync(Old);
        Write(Old.Replace("'save'", "'mine'", StringComparison.Ordinal));
        var patch = await PatchAsync();

        patch.Files.Single().After.ShouldBeNull();
        patch.Files.Single().Conflicts.ShouldBe([2]);
        patch.Diff("").ShouldBe("");
        await patch.WriteAsync(Project(Old), Project(New), Stop);
        Read().ShouldContain("'mine'");
    }

    [Fact]
    public async Task A_file_that_a_person_deleted_stays_away()
    {
        await GenerateAsync(Old);
        File.Delete(Path.Combine(_folder, "page.ts"));

        (await PatchAsync()).Files.ShouldBeEmpty();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ScriptProject Project(string page) => new(ScriptLanguage.TypeScript, new Dictionary<string, string> { ["page.ts"] = page });

    private Task<ProjectChanges> GenerateAsync(string page) => ProjectFolder.WriteAsync(_folder, Project(page), new FolderArtifactStore(_folder), Stop);

    private Task<ProjectPatch> PatchAsync() => ProjectPatch.OfAsync(_folder, Project(Old), Project(New), Stop);

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, "page.ts"), text);

    private string Read() => File.ReadAllText(Path.Combine(_folder, "page.ts"));
}
