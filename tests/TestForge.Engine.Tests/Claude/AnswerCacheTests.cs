using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Caching;

namespace TestForge.Engine.Tests.Claude;

public sealed class AnswerCacheTests : IDisposable
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private AnswerCache Cache() => new(Options.Create(new ClaudeOptions { Folder = _folder, CacheMegabytes = 1 }), _clock);

    private CachedAnswer Answer(string key, string json = "{}") => new(key, _clock.GetUtcNow(), json, 0.5m);
}
