using TestForge.Engine.Hosting;

namespace TestForge.Engine.Tests.Hosting;

public sealed class FileJournalTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("testforge-").FullName, "journal.jsonl");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task Entries_survive_a_restart()
    {
        using (var journal = FileJournal.Open(_path))
        {
            await journal.AppendAsync("discover/1", [1, 2, 3]);
        }

        using var again = FileJournal.Open(_path);

        again.Find("discover/1").ShouldBe([1, 2, 3]);
        again.Find("design/1").ShouldBeNull();
    }

    [Fact]
    public async Task A_line_cut_off_by_a_crash_counts_as_not_written()
    {
        using (var journal = FileJournal.Open(_path))
        {
            await journal.AppendAsync("a", [1]);
            await journal.AppendAsync("b", [2]);
        }

        var text = await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_path, text[..^5], TestContext.Current.CancellationToken);

        using (var journal = FileJournal.Open(_path))
        {
            journal.Find("a").ShouldBe([1]);
            journal.Find("b").ShouldBeNull();
            await journal.AppendAsync("c", [3]);
        }

        using var last = FileJournal.Open(_path);
        last.Find("c").ShouldBe([3]);
    }

    [Fact]
    public void Two_runs_cannot_share_a_journal()
    {
        using var journal = FileJournal.Open(_path);

        Should.Throw<IOException>(() => FileJournal.Open(_path));
    }
}
