using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class BrowserFeaturesTests
{
    private const string Prefix = "--disable-features=";

    [Fact]
    public void Switches_off_all_that_Playwright_does()
    {
        PlaywrightDriver.Locate();
        var root = Environment.GetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH") ?? AppContext.BaseDirectory;
        var bundle = File.ReadAllText(Path.Combine(root, ".playwright", "package", "lib", "coreBundle.js"));
        var start = bundle.IndexOf("disabledFeatures = [", StringComparison.Ordinal);
        var list = bundle[start..bundle.IndexOf(']', start)];
        var theirs = list.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith('"')).Select(l => l.Trim('"', ',')).ToArray();

        theirs.ShouldNotBeEmpty();
        theirs.Except(BrowserFeatures.Switch[Prefix.Length..].Split(',')).ShouldBeEmpty();
    }
}
