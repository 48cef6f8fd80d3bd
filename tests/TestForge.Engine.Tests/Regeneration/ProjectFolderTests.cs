using TestForge.Engine.Artifacts;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Regeneration;

public sealed class ProjectFolderTests : IDisposable
{
    private const string Spec = "tests/a.spec.ts";
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-regeneration-").FullName;

    private readonly string _store = Directory.CreateTempSubdirectory("testforge-regeneration-store-").FullName;
    private readonly FolderArtifactStore _artifacts;

    public ProjectFolderTests() => _artifacts = new(_store);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_store, recursive: true);
    }

    [Fact]
    public async Task What_nobody_edited_is_replaced_and_what_is_no_longer_generated_removed()
    {
        await GenerateAsync((Spec, "one\n"), ("tests/b.spec.ts", "b\n"));

        var changes = await GenerateAsync((Spec, "two\n"));

        Read(Spec).ShouldBe("two\n");
        File.Exists(In("tests/b.spec.ts")).ShouldBeFalse();
        (changes.Count(FileFate.Written), changes.Count(FileFate.Removed)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_edit_and_what_is_new_are_both_there_afterwards_and_the_time_after()
    {
        await GenerateAsync((Spec, "one\n-\ntwo\nthree\nfour\n"));
        Edit(Spec, "one\n-\ntwo, by hand\nthree\nfour\n");

        (await GenerateAsync((Spec, "one\n-\ntwo\nthree\n4\n"))).Count(FileFate.Merged).ShouldBe(1);
        Read(Spec).ShouldBe("one\n-\ntwo, by hand\nthree\n4\n");

        (await GenerateAsync((Spec, "1\n-\ntwo\nthree\n4\n"))).Count(FileFate.Merged).ShouldBe(1);
        Read(Spec).ShouldBe("1\n-\ntwo, by hand\nthree\n4\n");

        (await GenerateAsync((Spec, "1\n-\ntwo\nthree\n4\n"))).Count(FileFate.Kept).ShouldBe(1);
        Read(Spec).ShouldBe("1\n-\ntwo, by hand\nthree\n4\n");
    }

    [Fact]
    public async Task In_a_conflict_the_persons_file_stays_whole_and_the_new_text_lies_beside_it()
    {
        await GenerateAsync((Spec, "one\ntwo\n"));
        Edit(Spec, "one\ntwo, by hand\n");

        var changes = await GenerateAsync((Spec, "one\n2\n"));

        Read(Spec).ShouldBe("one\ntwo, by hand\n");
        Read(Spec + ".new").ShouldBe("one\n2\n");
        changes.Files.Single(f => f.Fate == FileFate.Conflict).Lines.ShouldBe([2]);
    }

    [Fact]
    public async Task A_conflict_is_told_until_the_new_text_is_taken_away_or_goes_in()
    {
        await GenerateAsync((Spec, "one\ntwo\n"));
        Edit(Spec, "one\ntwo, by hand\n");
        await GenerateAsync((Spec, "one\n2\n"));

        (await GenerateAsync((Spec, "one\n2\n"))).Count(FileFate.Conflict).ShouldBe(1);

        File.Delete(In(Spec + ".new"));
        (await GenerateAsync((Spec, "one\n2\n"))).Count(FileFate.Kept).ShouldBe(1);
        Read(Spec).ShouldBe("one\ntwo, by hand\n");
        File.Exists(In(Spec + ".new")).ShouldBeFalse();

        // What comes later is merged from there.
        (await GenerateAsync((Spec, "zero\none\n2\n"))).Count(FileFate.Conflict).ShouldBe(0);
        Read(Spec).ShouldBe("zero\none\ntwo, by hand\n");
    }

    [Fact]
    public async Task The_new_text_is_taken_away_when_the_person_takes_it_over()
    {
        await GenerateAsync((Spec, "one\n"));
        Edit(Spec, "mine\n");
        await GenerateAsync((Spec, "two\n"));
        Edit(Spec, "two\n");

        (await GenerateAsync((Spec, "two\n"))).Count(FileFate.Conflict).ShouldBe(0);

        File.Exists(In(Spec + ".new")).ShouldBeFalse();
    }

    [Fact]
    public async Task Files_a_person_added_or_deleted_stay_so()
    {
        await GenerateAsync((Spec, "one\n"), ("tests/b.spec.ts", "b\n"));
        Edit("tests/mine.spec.ts", "mine\n");
        File.Delete(In("tests/b.spec.ts"));

        for (var i = 0; i < 2; i++)
        {
            (await GenerateAsync((Spec, $"{i}\n"), ("tests/b.spec.ts", $"b{i}\n"))).Count(FileFate.Kept).ShouldBe(1);
        }

        Read("tests/mine.spec.ts").ShouldBe("mine\n");
        File.Exists(In("tests/b.spec.ts")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_edited_file_stays_when_it_is_no_longer_generated()
    {
        await GenerateAsync((Spec, "one\n"));
        Edit(Spec, "mine\n");

        (await GenerateAsync()).Count(FileFate.Kept).ShouldBe(1);

        Read(Spec).ShouldBe("mine\n");
    }

    [Fact]
    public async Task A_file_that_was_there_before_is_not_overwritten()
    {
        Edit("package.json", "{ \"name\": \"theirs\" }\n");

        (await GenerateAsync(("package.json", "{}\n"))).Files.ShouldHaveSingleItem().Fate.ShouldBe(FileFate.Conflict);

        Read("package.json").ShouldContain("theirs");
        Read("package.json.new").ShouldBe("{}\n");
    }

    [Fact]
    public async Task Other_line_endings_are_no_edit_and_stay()
    {
        await GenerateAsync((Spec, "one\ntwo\n"));
        Edit(Spec, "one\r\ntwo\r\n");

        await GenerateAsync((Spec, "one\n2\n"));

        Read(Spec).ShouldBe("one\r\n2\r\n");
    }

    [Fact]
    public async Task Stopped_before_the_end_and_started_again_it_comes_to_the_same()
    {
        await GenerateAsync((Spec, "one\ntwo\nthree\n"));
        var state = Read(".testforge/generated.json");
        Edit(Spec, "one\ntwo\nthree, by hand\n");
        await GenerateAsync((Spec, "1\ntwo\nthree\n"), ("tests/c.spec.ts", "c\n"));
        Edit(".testforge/generated.json", state);

        (await GenerateAsync((Spec, "1\ntwo\nthree\n"), ("tests/c.spec.ts", "c\n"))).Count(FileFate.Conflict).ShouldBe(0);

        Read(Spec).ShouldBe("1\ntwo\nthree, by hand\n");
    }

    [Fact]
    public async Task Another_language_or_a_path_that_leads_out_is_refused()
    {
        await GenerateAsync((Spec, "one\n"));

        (await Should.ThrowAsync<StageException>(() => ProjectFolder.WriteAsync(_folder, new(ScriptLanguage.CSharp, new Dictionary<string, string>()), _artifacts, TestContext.Current.CancellationToken)))
            .Code.ShouldBe("output.other_project");
        (await Should.ThrowAsync<StageException>(() => GenerateAsync(("../out.ts", "")))).Code.ShouldBe("output.outside");
    }

    [Fact]
    public async Task A_baseline_is_brought_up_to_date_unless_a_person_has_taken_it_anew_or_away()
    {
        const string Header = "baselines/home-header-chromium-linux.png", Form = "baselines/home-form-chromium-linux.png", Gone = "baselines/home-gone-chromium-linux.png";
        (await PictureAsync((Header, "1"), (Form, "1"), (Gone, "1"))).Count(FileFate.Written).ShouldBe(3);
        Edit(Form, "by hand");
        File.Delete(In(Gone));

        var changes = await PictureAsync((Header, "2"), (Form, "2"), (Gone, "2"));

        (Read(Header), Read(Form), File.Exists(In(Gone))).ShouldBe(("2", "by hand", false));
        (changes.Count(FileFate.Written), changes.Count(FileFate.Kept)).ShouldBe((1, 2));
        (await PictureAsync()).Files.Select(f => f.Fate).ShouldBe([FileFate.Kept, FileFate.Unchanged, FileFate.Removed], ignoreOrder: true);
        (Read(Form), File.Exists(In(Header))).ShouldBe(("by hand", false));
    }

    private async Task<ProjectChanges> PictureAsync(params (string File, string Content)[] pictures)
    {
        var project = new ScriptProject(ScriptLanguage.TypeScript, new Dictionary<string, string>());
        var kept = new Dictionary<string, ArtifactRef>();
        foreach (var (file, content) in pictures)
        {
            kept[file] = await _artifacts.PutAsync(ArtifactKinds.Baseline, System.Text.Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
        }

        return await ProjectFolder.WriteAsync(_folder, project with { Pictures = kept }, _artifacts, TestContext.Current.CancellationToken);
    }

    private Task<ProjectChanges> GenerateAsync(params (string File, string Text)[] files) =>
        ProjectFolder.WriteAsync(_folder, new(ScriptLanguage.TypeScript, files.ToDictionary(f => f.File, f => f.Text)), _artifacts, TestContext.Current.CancellationToken);

    private string In(string file) => Path.Combine(_folder, file);

    private string Read(string file) => File.ReadAllText(In(file));

    private void Edit(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(file))!);
        File.WriteAllText(In(file), text);
    }
}
