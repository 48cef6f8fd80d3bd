using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Caching;

namespace TestForge.Engine.Tests.Claude;

public sealed class FolderAnswerCacheTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-answers-").FullName;

    [Fact]
    public async Task Answers_are_kept_within_an_age()
    {
        var cache = Cache();
        await cache.KeepAsync(Answer("aa"), TestContext.Current.CancellationToken);
        (await cache.FindAsync("aa", TestContext.Current.CancellationToken))!.Usd.ShouldBe(0.5m);

        _clock.Advance(TimeSpan.FromDays(31));

        (await cache.FindAsync("aa", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Answers_are_kept_within_a_size_and_those_used_last_stay()
    {
        var cache = Cache();
        foreach (var key in (string[])["aa", "bb", "cc"])
        {
            await cache.KeepAsync(Answer(key, new('x', 400_000)), TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(Directory.GetFiles(_folder, key + ".json", SearchOption.AllDirectories).Single(), _clock.GetUtcNow().UtcDateTime);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await cache.FindAsync("aa", TestContext.Current.CancellationToken);
        cache.Sweep();

        cache.Bytes.ShouldBeLessThan(1024 * 1024);
        (await cache.FindAsync("aa", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await cache.FindAsync("bb", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_damaged_answer_is_none()
    {
        var cache = Cache();
        await cache.KeepAsync(Answer("aa"), TestContext.Current.CancellationToken);
        var file = Directory.GetFiles(_folder, "aa.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))[..20], TestContext.Current.CancellationToken);

        (await cache.FindAsync("aa", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_processes_at_once_read_whole_answers_and_disturb_nobody()
    {
        FolderAnswerCache[] processes = [Cache(), Cache()];
        var keys = Enumerable.Range(0, 12).Select(i => $"{i:x2}aa").ToArray();
        var found = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
        {
            var (process, key) = (processes[i % 2], keys[i % keys.Length]);
            switch (i % 5)
            {
                case 0 or 1:
                    // Together they are larger than what is kept, so that each sweeps what the other reads.
                    await process.KeepAsync(Answer(key, new string((char)('a' + (i % 26)), 150_000)), token);
                    break;
                case 2:
                    process.Sweep();
                    break;
                default:
                    if (await process.FindAsync(key, token) is { } answer)
                    {
                        (answer.Key, answer.Json.Length, answer.Json.Distinct().Count()).ShouldBe((key, 150_000, 1));
                        Interlocked.Increment(ref found);
                    }

                    break;
            }
        });

        found.ShouldBeGreaterThan(0);
        Directory.GetFiles(_folder, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_no_answer()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "answers"), "in the way", TestContext.Current.CancellationToken);
        var cache = Cache();

        await cache.KeepAsync(Answer("aa"), TestContext.Current.CancellationToken);

        (await cache.FindAsync("aa", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FolderAnswerCache Cache() => new(Options.Create(new ClaudeOptions { Folder = _folder, CacheMegabytes = 1 }), _clock);

    private CachedAnswer Answer(string key, string json = "{}") => new(key, _clock.GetUtcNow(), json, 0.5m);
}
