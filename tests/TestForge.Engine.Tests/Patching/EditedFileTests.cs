using TestForge.Engine.Patching;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching;

public sealed class EditedFileTests
{
    private const string Text = "one two three\nfour\nfive\n";

    [Fact]
    public void A_second_edit_is_placed_by_the_text_that_the_first_has_made()
    {
        var file = new EditedFile(Text);
        file.Replace(0, 3, "eleven").ShouldBe(new SourceEdit(0, 3, "eleven"));

        var edit = file.Replace(file.Text.IndexOf("three", StringComparison.Ordinal), file.Text.IndexOf("three", StringComparison.Ordinal) + 5, "3");

        edit.ShouldBe(new SourceEdit(8, 13, "3"));
        file.Text.ShouldBe("eleven two 3\nfour\nfive\n");
        file.With([edit!.Value]).ShouldBe("one two 3\nfour\nfive\n");
    }

    [Fact]
    public void What_was_replaced_is_not_replaced_again()
    {
        var file = new EditedFile(Text);
        file.Replace(4, 7, "2222");

        file.Replace(4, 8, "zwei").ShouldBeNull();
        file.Replace(6, 8, "zwei").ShouldBeNull();
        file.Text.ShouldBe("one 2222 three\nfour\nfive\n");
    }

    [Fact]
    public void A_line_below_an_edit_that_took_lines_away_has_moved()
    {
        var file = new EditedFile(Text);
        file.Replace(4, 18, "2");

        file.Text.ShouldBe("one 2\nfive\n");
        (file.LineNow(1), file.LineNow(3)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_file_that_someone_has_changed_meanwhile_is_not_written()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "\ufeff" + Text, TestContext.Current.CancellationToken);
            var file = EditedFile.Read(path)!;
            var edit = file.Replace(1, 4, "1")!.Value;
            await file.SaveAsync(path, [edit], TestContext.Current.CancellationToken);
            (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..5].ShouldBe([0xEF, 0xBB, 0xBF, (byte)'1', (byte)' ']);

            (await Should.ThrowAsync<StageException>(file.SaveAsync(path, [edit], TestContext.Current.CancellationToken))).Code.ShouldBe("suite.file_changed");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
