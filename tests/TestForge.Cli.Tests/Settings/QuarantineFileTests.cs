using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class QuarantineFileTests : IDisposable
{
    private static readonly string Later = QuarantineFile.Day(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30));
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_cases_and_titles_with_owner_and_last_day()
    {
        var entries = await ReadAsync($$"""
            [
              { "case": "smoke-cart", "reason": "waits for the new cart", "owner": "ann", "expires": "{{Later}}" },
              { "title": "^Search", "reason": "index", "owner": "team", "expires": "{{Later}}" },
            ]
            """);

        entries.Select(e => (e.CaseId, e.Title, e.Quarantine.Owner)).ShouldBe([("smoke-cart", null, "ann"), (null, "^Search", "team")]);
    }

    [Theory]
    [InlineData("""{ "case": "a", "reason": "r", "expires": "LATER" }""", "owner")]
    [InlineData("""{ "case": "a", "reason": "r", "owner": " ", "expires": "LATER" }""", "owner")]
    [InlineData("""{ "case": "a", "reason": "r", "owner": "o" }""", "expires")]
    [InlineData("""{ "case": "a", "owner": "o", "expires": "LATER" }""", "reason")]
    [InlineData("""{ "case": "a", "reason": "r", "owner": "o", "expires": "soon" }""", "soon")]
    [InlineData("""{ "reason": "r", "owner": "o", "expires": "LATER" }""", "title")]
    [InlineData("""{ "title": "(", "reason": "r", "owner": "o", "expires": "LATER" }""", "regular expression")]
    [InlineData("""{ "case": "a", "reason": "r", "ovner": "o", "expires": "LATER" }""", "'owner'")]
    public async Task Refuses_an_entry_that_would_stay_for_ever_or_means_nothing(string entry, string said)
    {
        var error = await Should.ThrowAsync<StageException>(() => ReadAsync($"[{entry.Replace("LATER", Later, StringComparison.Ordinal)}]"));

        error.Code.ShouldBe("quarantine.invalid");
        error.Message.ShouldContain(said);
        error.Message.ShouldContain("entry 1");
    }

    [Fact]
    public async Task An_entry_whose_last_day_is_over_is_refused_by_name()
    {
        var error = await Should.ThrowAsync<StageException>(() => ReadAsync("""[{ "case": "old", "reason": "r", "owner": "ann", "expires": "2020-01-31" }]"""));

        error.Code.ShouldBe("quarantine.expired");
        error.Message.ShouldContain("'old' ended on 2020-01-31");
        error.Message.ShouldContain("ann");
    }

    private Task<IReadOnlyList<QuarantineEntry>> ReadAsync(string json) =>
        new QuarantineFile(TimeProvider.System).ReadAsync(_folder.Write("quarantine.json", json), TestContext.Current.CancellationToken);
}
