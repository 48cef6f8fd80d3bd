using TestForge.Cli.Settings;

namespace TestForge.Cli.Tests.Settings;

public sealed class NearestTests
{
    private static readonly string[] Known = [.. KnownSettings.All.Select(s => s.Key)];

    [Theory]
    [InlineData("maxPage", "maxPages")]
    [InlineData("max-pages", "maxPages")]
    [InlineData("MAXTESTS", "maxTests")]
    [InlineData("worker", "workers")]
    [InlineData("serach-depth", "maxDepth")]
    [InlineData("sead", "seed")]
    [InlineData("storage_state", "storageState")]
    public void Finds_the_name_that_was_meant(string wrong, string meant) => Nearest.To(wrong, Known).ShouldBe(meant);

    [Fact]
    public void Counts_swapped_neighbours_as_one_slip() => Nearest.To("hda", ["had", "xyz", "hdx"]).ShouldBe("had");
}
