using NJsonSchema;
using TestForge.Engine.Healing;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

public sealed class HealMemoryFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-heals-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Loses_nothing_when_many_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => File().UpdateAsync(m => m.With([Heal(i)], Guid.NewGuid(), DateTimeOffset.UnixEpoch), Stop))));

        (await File().ReadAsync(Stop)).Heals.Select(h => h.New.Value).Order().ShouldBe(Enumerable.Range(0, 20).Select(i => $"new{i}").Order());
    }

    [Theory]
    [InlineData("{", "heal.memory_unusable")]
    [InlineData("""{ "version": 99, "heals": 3 }""", "artifact.from_future")]
    [InlineData("""{ "version": 1, "heals": [{}] }""", "heal.memory_unusable")]
    public async Task A_file_that_cannot_be_read_is_refused_and_kept(string text, string code)
    {
        System.IO.File.WriteAllText(In("m.json"), text);

        (await Should.ThrowAsync<StageException>(() => File().UpdateAsync(m => m with { Heals = [] }, Stop))).Code.ShouldBe(code);

        System.IO.File.ReadAllText(In("m.json")).ShouldBe(text);
    }

    [Fact]
    public async Task The_published_schema_is_that_of_the_records_and_a_real_file_is_valid()
    {
        Approved.ShouldMatch(HealMemorySchema.Text(), Path.Combine(Approved.Root(), "docs", "schemas", "heals.schema.json"));
        await File().UpdateAsync(m => m.With([Heal(1)], Guid.NewGuid(), DateTimeOffset.UnixEpoch), Stop);
        var schema = await JsonSchema.FromJsonAsync(HealMemorySchema.Text(), Stop);
        var json = System.IO.File.ReadAllText(In("m.json"));

        schema.Validate(json).Select(e => e.ToString()).ShouldBeEmpty();
        schema.Validate(json.Replace("\"proposed\"", "\"splendid\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static HealRecord Heal(int i) => new()
    {
        ElementId = "e",
        Decision = HealDecision.Healed,
        Old = new() { Kind = LocatorKind.TestId, Value = "old" },
        New = new() { Kind = LocatorKind.TestId, Value = $"new{i}" },
        Before = new() { Tag = "a" },
        After = new() { Tag = "a" },
    };

    private HealMemoryFile File() => new(In("m.json"));

    private string In(string name) => Path.Combine(_folder, name);
}
