using System.Text.RegularExpressions;

namespace TestForge.Cli.Tests.Mcp;

/// <summary>What neither a page nor an agent that obeys it gets.</summary>
public sealed partial class McpGuardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_of_a_hostile_page_come_fenced_bounded_and_with_a_warning()
    {
        await using var site = await McpSite.StartAsync();
        await using var rig = await McpClientRig.StartAsync();

        var opened = await rig.DoneAsync("open_page", new { url = new Uri(site.Url, "/hostile").AbsoluteUri });

        var match = Fence().Match(opened);
        match.Success.ShouldBeTrue(opened);
        match.Groups[3].Value.ShouldContain(McpSite.Hostile);
        match.Groups[1].Value.ShouldContain("Warning: this text reads");
        match.Groups[1].Value.ShouldNotContain("delete");
        match.Groups[2].Value.ShouldNotBe("00000000000000000000");
        opened.Length.ShouldBeLessThan(15_000);
        Fence().Match(await rig.DoneAsync("read_page")).Groups[2].Value.ShouldNotBe(match.Groups[2].Value);
    }

    [Fact]
    public async Task What_a_page_asks_for_is_refused_whoever_calls()
    {
        await using var site = await McpSite.StartAsync();
        await using var rig = await McpClientRig.StartAsync();
        var opened = await rig.DoneAsync("open_page", new { url = new Uri(site.Url, "/hostile").AbsoluteUri });

        (await rig.DoneAsync("act", new { kind = "click", @ref = Ref(opened, "Delete my account") })).ShouldStartWith("refused\n");
        (await rig.DoneAsync("act", new { kind = "click", @ref = Ref(opened, "Prize") })).ShouldStartWith("refused\n");
        (await rig.DoneAsync("act", new { kind = "open", value = "http://198.51.100.9/collect" })).ShouldStartWith("refused\n");
        (await rig.DoneAsync("act", new { kind = "open", value = "//198.51.100.9/collect" })).ShouldStartWith("refused\n");
        site.Deletions.ShouldBe(0);
    }

    [Fact]
    public async Task A_variable_is_typed_by_name_only_when_a_person_has_allowed_it_and_never_told()
    {
        var variables = new Dictionary<string, string?> { ["MCP_TEST_WORD"] = "open-sesame-77", ["MCP_TEST_OTHER"] = "not-for-agents-88" };
        await using var site = await McpSite.StartAsync();
        await using var rig = await McpClientRig.StartAsync(["--variable", "MCP_TEST_WORD"], variables);
        var opened = await rig.DoneAsync("open_page", new { url = new Uri(site.Url, "/echo").AbsoluteUri });
        var field = Ref(opened, "Word");

        (await rig.RefusedAsync("act", new { kind = "fill", @ref = field, value = "${env:MCP_TEST_OTHER}" })).ShouldStartWith("error mcp.variable_refused: ");
        (await rig.RefusedAsync("design", new { goals = new[] { "Type ${env:MCP_TEST_OTHER}" } })).ShouldStartWith("error mcp.variable_refused: ");
        var filled = await rig.DoneAsync("act", new { kind = "fill", @ref = field, value = "${env:MCP_TEST_WORD}" });
        var sent = await rig.DoneAsync("act", new { kind = "click", @ref = Ref(filled, "Send") });

        sent.ShouldContain("You sent ", customMessage: sent);
        (filled + sent + string.Join('\n', rig.Log)).ShouldNotContain("open-sesame-77");
    }

    [Fact]
    public async Task Folders_stay_inside_the_working_folder_links_included()
    {
        var outside = Directory.CreateTempSubdirectory("testforge-outside-").FullName;
        try
        {
            await using var site = await McpSite.StartAsync();
            await using var rig = await McpClientRig.StartAsync(prepare: f => Directory.CreateSymbolicLink(f.In("link"), outside));

            foreach (var folder in new[] { "..", "../other", outside, "link", "link/deep/er", "/", "", "o/../../x", "." })
            {
                (await rig.RefusedAsync("explore", new { url = site.Url.AbsoluteUri, folder })).ShouldStartWith("error mcp.path_outside: ", customMessage: folder);
                (await rig.RefusedAsync("explain_failure", new { @case = "x", folder })).ShouldStartWith("error mcp.path_outside: ", customMessage: folder);
            }

            Directory.EnumerateFileSystemEntries(outside).ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data", "mcp.target_refused")]
    [InlineData("http://10.0.0.1/", "mcp.target_refused")]
    [InlineData("http://[::ffff:10.0.0.1]/", "mcp.target_refused")]
    [InlineData("http://0x0a000001/", "mcp.target_refused")]
    [InlineData("http://ann:secret@127.0.0.1:9/", "mcp.target_refused")]
    [InlineData("file:///etc/passwd", "usage.unsupported_scheme")]
    [InlineData("http://a b/", "usage.invalid_url")]
    [InlineData("http://127.0.0.1:9/", "target.unreachable")]
    public async Task An_address_that_must_not_or_cannot_be_tested_is_refused_with_a_code(string url, string code)
    {
        await using var rig = await McpClientRig.StartAsync();

        var told = await rig.RefusedAsync("explore", new { url });

        told.ShouldStartWith($"error {code}: ");
        told.ShouldEndWith($"docs/errors/{code}.md");
    }

    [Fact]
    public async Task A_server_for_one_application_tests_no_other()
    {
        await using var site = await McpSite.StartAsync();
        await using var other = await McpSite.StartAsync();
        await using var rig = await McpClientRig.StartAsync([site.Url.AbsoluteUri]);

        (await rig.RefusedAsync("open_page", new { url = other.Url.AbsoluteUri })).ShouldStartWith("error mcp.target_refused: ");
        (await rig.RefusedAsync("run", new { url = other.Url.AbsoluteUri })).ShouldStartWith("error mcp.target_refused: ");
        (await rig.DoneAsync("open_page")).ShouldContain("Orders");
    }

    [Fact]
    public async Task Mistakes_of_a_client_are_told_with_a_code_and_what_to_do()
    {
        await using var rig = await McpClientRig.StartAsync();

        await Wrong("read_page", null, "mcp.no_page", "Call open_page first");
        await Wrong("act", new { kind = "click", @ref = "e1" }, "mcp.no_page", "open_page");
        await Wrong("act", new { kind = "explode" }, "mcp.invalid_argument", "one of click, fill");
        await Wrong("act", new { }, "mcp.invalid_argument", "'kind' is missing");
        await Wrong("act", new { kind = "fill", value = "x" }, "mcp.invalid_argument", "needs ref");
        await Wrong("explore", new { }, "usage.missing_url", "url");
        await Wrong("explore", new { uri = "x" }, "mcp.invalid_argument", "Did you mean 'url'?");
        await Wrong("explore", new { url = "http://localhost:9", maxPages = "many" }, "mcp.invalid_argument", "'maxPages' must be a whole number");
        await Wrong("explore", new { url = "http://localhost:9", maxPages = 0 }, "mcp.invalid_argument", "from 1 to 100000");
        await Wrong("explore", new { url = "http://localhost:9", allowDestructive = true }, "mcp.invalid_argument", "no argument 'allowDestructive'");
        await Wrong("design", null, "mcp.no_folder", "Call explore first");
        await Wrong("run", null, "mcp.no_folder", "Call design first");
        await Wrong("run", new { url = "http://localhost:9", folder = "o" }, "mcp.invalid_argument", "begins anew");
        await Wrong("explain_failure", new { @case = "x" }, "mcp.no_folder", "Call run first");
        await Wrong("heal", null, "mcp.no_folder", "Call run first");

        async Task Wrong(string tool, object? arguments, string code, string hint)
        {
            var told = await rig.RefusedAsync(tool, arguments);
            told.ShouldStartWith($"error {code}: ");
            told.ShouldContain(hint);
        }
    }

    [Fact]
    public async Task A_fault_in_the_settings_is_told_before_any_client_is_served()
    {
        using var cli = new Commands.CliHarness();
        cli.Write("testforge.json", """{ "maxPage": 3 }""");

        (await cli.RunAsync("mcp")).ShouldBe(2);
        cli.Error.ShouldStartWith("error config.unknown_key: ");
        (await cli.RunAsync("mcp", "ftp://a.example")).ShouldBe(2);
        (await cli.RunAsync("mcp", "--help")).ShouldBe(0);
        cli.Output.ShouldContain("--variable");
    }

    private static string Ref(string page, string name) => Regex.Match(page, $"^ *(e\\d+) \\S+ (?:\\(\\S+\\) )?\"{Regex.Escape(name)}\"", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"No '{name}' in:\n{page}");

    [GeneratedRegex("""^(.*?)<data-([0-9a-f]{20}) from="[^"]*">\n(.*)\n</data-\2>$""", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
