using System.Text.Json;
using TestForge.Cli.Tests.Commands;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Heals;

public sealed class HealsCommandTests : IDisposable
{
    private const string History = "testforge-out/history";
    private readonly CliHarness _cli = new();
    private readonly string _save;
    private readonly string _other;

    public HealsCommandTests()
    {
        var memory = new HealMemory().With([Heal("save", "store"), Heal("help", "aid\u001b[31m")], Guid.Empty, DateTimeOffset.UnixEpoch);
        (_save, _other) = (memory.Heals[0].Id, memory.Heals[1].Id);
        Write("shop.example", memory);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Lists_what_was_healed_and_hides_what_would_command_a_terminal()
    {
        (await _cli.RunAsync("heals", "list")).ShouldBe(0, _cli.Error);

        _cli.Output.ShouldContain($"{_save}  proposed  Save button on /profile: getByTestId('save') → getByTestId('store')  score 0.80, margin 0.30, proved, used by 2 tests");
        _cli.Output.ShouldContain("2 to review, 0 approved, 0 rejected");
        _cli.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Who_picked_among_look_alikes_is_told()
    {
        Write("shop.example", new HealMemory().With([Heal("save", "store") with { PickedBy = "claude-sonnet-5-5" }], Guid.Empty, DateTimeOffset.UnixEpoch));

        (await _cli.RunAsync("heals", "list")).ShouldBe(0, _cli.Error);
        _cli.Output.ShouldContain("used by 2 tests, picked by claude-sonnet-5-5");
        (await _cli.RunAsync("heals", "show", _save)).ShouldBe(0, _cli.Error);
        _cli.Output.ShouldContain("Picked by claude-sonnet-5-5, among look-alikes");
    }

    [Fact]
    public async Task Saying_it_twice_is_saying_it_once_and_a_change_of_mind_is_taken_down()
    {
        (await _cli.RunAsync("heals", "approve", _save[..5], "--by", "ann")).ShouldBe(0, _cli.Error);
        var first = Memory();
        (await _cli.RunAsync("heals", "approve", _save, "--by", "bob")).ShouldBe(0, _cli.Error);

        Memory().ShouldBe(first);
        (await _cli.RunAsync("heals", "reject", _save, "--by", "bob", "--reason", "another button", "--json")).ShouldBe(0, _cli.Error);
        var heal = JsonDocument.Parse(_cli.Output).RootElement;
        (heal.GetProperty("review").GetString(), heal.GetProperty("by").GetString(), heal.GetProperty("note").GetString()).ShouldBe(("rejected", "bob", "another button"));
        (await _cli.RunAsync("heals", "show", _save)).ShouldBe(0);
        _cli.Output.ShouldContain("rejected by bob");
        _cli.Output.ShouldContain("Candidate 0.80  button “Save”  name 1.00");
    }

    [Theory]
    [InlineData("show nope", "heal.not_found", "testforge heals list")]
    [InlineData("approve nope", "heal.not_found", "testforge heals list")]
    [InlineData("apply nope", "heal.not_found", "testforge heals list")]
    [InlineData("list --heal-memory broken.json", "heal.memory_unusable", "--heal-memory")]
    public async Task A_mistake_is_named(string command, string code, string hint)
    {
        _cli.Write("broken.json", "{");

        (await _cli.RunAsync(["heals", .. command.Split(' ')])).ShouldBe(2);

        _cli.Error.ShouldStartWith($"error {code}: ");
        _cli.Error.ShouldContain(hint);
    }

    [Fact]
    public async Task Asks_which_application_is_meant_when_there_are_several()
    {
        Write("other.example", new());

        (await _cli.RunAsync("heals", "list")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error heal.which_memory: ");
        _cli.Write("testforge.json", """{ "url": "https://shop.example" }""");
        (await _cli.RunAsync("heals", "list")).ShouldBe(0, _cli.Error);
        _cli.Output.ShouldContain(_other);
    }

    [Fact]
    public async Task Only_what_is_approved_is_applied()
    {
        (await _cli.RunAsync("heals", "apply", _save)).ShouldBe(2);

        _cli.Error.ShouldStartWith("error heal.not_approved: ");
        _cli.Error.ShouldContain($"testforge heals approve {_save}");
    }

    private string Memory() => File.ReadAllText(_cli.In(History, "shop.example.heals.json"));

    private void Write(string name, HealMemory memory)
    {
        Directory.CreateDirectory(_cli.In(History));
        _cli.Write($"{History}/{name}.heals.json", JsonSerializer.Serialize(memory, ArtifactJson.Indented));
    }

    private static HealRecord Heal(string old, string now)
    {
        var print = new ElementFingerprint { Tag = "button", Role = "button", Name = "Save" };
        return new()
        {
            ElementId = "p1.e1",
            ElementName = "Save button",
            Page = "/profile",
            Decision = HealDecision.Healed,
            Old = new() { Kind = LocatorKind.TestId, Value = old },
            New = new() { Kind = LocatorKind.TestId, Value = now },
            Proved = true,
            Score = 0.8,
            Margin = 0.3,
            Before = print,
            After = print,
            Candidates = [new(print, 0.8, new Dictionary<string, double> { ["name"] = 1 })],
            Uses = ["a", "b"],
        };
    }
}
