namespace TestForge.Cli.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("run a.example --max-page 3", "usage.unknown_option", "'--max-pages'")]
    [InlineData("run --haeded a.example", "usage.unknown_option", "'--headed'")]
    [InlineData("--foo", "usage.unknown_option", "--help")]
    [InlineData("script --workers 3", "usage.unknown_option", "'--workers' is not an option of `testforge script`")]
    [InlineData("rnu a.example", "usage.unknown_command", "'testforge run'")]
    [InlineData("a.example", "usage.unknown_command", "'testforge run a.example'")]
    [InlineData("run a.example b.example", "usage.unexpected_argument", "'b.example'")]
    [InlineData("run a.example --max-pages", "usage.invalid", "--max-pages")]
    [InlineData("run a.example --max-pages x", "usage.invalid_value", "a whole number from 1 to 100000")]
    [InlineData("execute --out x --viewport 1440", "usage.invalid_value", "WIDTHxHEIGHT in CSS pixels, each from 200 to 10000")]
    [InlineData("execute --out x --viewport 100x900", "usage.invalid_value", "each from 200 to 10000")]
    [InlineData("execute --out x --viewport 1440x900000000000", "usage.invalid_value", "such as 1440x900")]
    [InlineData("design --viewport 1440x900", "usage.unknown_option", "'--viewport' is not an option of `testforge design`")]
    [InlineData("run a.example --script java", "usage.invalid_value", "typescript, csharp, both, gherkin-typescript or gherkin-csharp")]
    [InlineData("run a.example --seed -1", "usage.invalid_value", "a whole number from 0")]
    [InlineData("run ftp://a.example", "usage.unsupported_scheme", "http and https")]
    [InlineData("run a.example --healing always", "usage.invalid_value", "off, suggest, heal-and-report or heal-and-patch")]
    [InlineData("heals list --out nowhere", "usage.missing_out", "does not exist")]
    [InlineData("heals list", "heal.which_memory", "--heal-memory")]
    [InlineData("heals show", "usage.invalid", "'ID' missing")]
    [InlineData("run", "usage.missing_url", "testforge run https://")]
    [InlineData("run --resume nowhere", "resume.no_run", "--out")]
    public async Task A_mistake_is_named_with_what_to_do(string command, string code, string hint)
    {
        (await _cli.RunAsync(command.Split(' '))).ShouldBe(2);

        _cli.Error.ShouldStartWith($"error {code}: ");
        _cli.Error.ShouldContain(hint);
        _cli.Error.Count(c => c == '\n').ShouldBe(1);
        _cli.Output.ShouldBe("");
    }

    [Fact]
    public async Task A_mistake_in_the_settings_file_names_the_nearest_key()
    {
        _cli.Write("testforge.json", """{ "maxPage": 3 }""");

        (await _cli.RunAsync("run", "a.example")).ShouldBe(2);
        _cli.Error.ShouldBe("error config.unknown_key: testforge.json: there is no setting 'maxPage'. Did you mean 'maxPages'?\n");
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown()
    {
        (await _cli.RunAsync()).ShouldBe(2);
        _cli.Output.ShouldContain("Commands:");
    }

    [Fact]
    public async Task Help_is_no_mistake()
    {
        (await _cli.RunAsync("run", "--help")).ShouldBe(0);
        _cli.Output.ShouldContain("--max-pages <N>");
    }

    [Fact]
    public async Task A_switch_can_be_turned_off_by_its_flag_and_does_not_eat_the_address()
    {
        _cli.Write("testforge.json", """{ "json": true }""");

        (await _cli.RunAsync("run", "--json=false", "--headed", "a.example")).ShouldBe(0);
        _cli.Output.ShouldContain("PASSED  https://a.example/");
    }
}
