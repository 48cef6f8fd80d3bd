using TestForge.Engine.Discovery.Addresses;

namespace TestForge.Engine.Tests.Discovery.Addresses;

public sealed class FileLogTests
{
    [Fact]
    public void A_file_is_read_once()
    {
        var log = new FileLog();

        log.Wants("https://s.example/app.js").ShouldBeTrue();
        log.Wants("https://s.example/app.js").ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_could_not_be_read_is_tried_again_but_not_for_ever()
    {
        var log = new FileLog();
        var tries = 0;
        while (log.Wants("https://s.example/app.js"))
        {
            tries++;
            log.Wants("https://s.example/app.js").ShouldBeFalse();
            log.Failed("https://s.example/app.js");
        }

        tries.ShouldBe(3);
    }

    [Fact]
    public void No_more_is_read_once_there_were_many_files_or_bytes()
    {
        var (many, large) = (new FileLog(), new FileLog());
        var wanted = Enumerable.Range(0, 1_000).Count(i => many.Wants($"https://s.example/{i}.js"));
        large.Wants("https://s.example/app.js");
        large.Add(64 * 1024 * 1024, []);

        wanted.ShouldBe(300);
        large.Wants("https://s.example/other.js").ShouldBeFalse();
    }

    [Fact]
    public void What_was_found_is_told_once_and_in_order()
    {
        var log = new FileLog();
        log.Add(1, [new("https://s.example/b"), new("https://s.example/a")]);

        log.Take().Select(u => u.AbsolutePath).ShouldBe(["/a", "/b"]);
        log.Add(1, [new("https://s.example/a"), new("https://s.example/c")]);
        log.Take().Select(u => u.AbsolutePath).ShouldBe(["/c"]);
    }
}
