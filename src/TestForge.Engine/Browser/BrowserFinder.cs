using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Finds a Chromium on this machine.</summary>
public static class BrowserFinder
{
    /// <summary>Environment variable that names the browser's executable.</summary>
    public const string Variable = "TESTFORGE_BROWSER";

    // The headless shell renders the same pages 2.5 to 4 times faster than the full browser, so it comes first.
    // Debian's /usr/bin entries are shell wrappers that do not exec: the real binary is killed cleanly, a wrapper's child is not.
    private static readonly string[] HeadlessShells =
    [
        "/usr/lib/chromium/chromium-headless-shell",
        "/usr/bin/chromium-headless-shell",
    ];

    private static readonly string[] FullBrowsers =
    [
        "/usr/lib/chromium/chromium",
        "/usr/bin/chromium",
        "/usr/lib/chromium-browser/chromium-browser",
        "/usr/bin/chromium-browser",
        "/opt/google/chrome/chrome",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    /// <summary>Returns the executable to use, or throws <c>browser.not_found</c> with how to get one.</summary>
    public static string Find(BrowserOptions options) =>
        TryFind(options) ?? throw new StageException(
            "browser.not_found",
            (options.Headed
                ? "No Chromium with a window was found on this machine; the headless shell has none. Install one (Debian and Ubuntu: apt-get install chromium), "
                : "No Chromium was found on this machine. Install one (Debian and Ubuntu: apt-get install chromium-headless-shell, or chromium), ")
            + $"or name yours with --browser-path or {Variable}.",
            retryable: false);

    /// <summary>Returns the executable to use, or null. A path that was named but is not there throws <c>browser.not_found</c>.</summary>
    public static string? TryFind(BrowserOptions options)
    {
        var named = options.ExecutablePath ?? Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return File.Exists(named)
                ? named
                : throw new StageException("browser.not_found", $"The browser '{named}' does not exist. Check --browser-path or {Variable}.", retryable: false);
        }

        IEnumerable<string> candidates = options.Headed ? FullBrowsers : [.. HeadlessShells, .. FullBrowsers];
        return candidates.Concat(DownloadedByPlaywright(options.Headed)).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> DownloadedByPlaywright(bool headed)
    {
        var root = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ms-playwright");
        if (!Directory.Exists(root))
        {
            return [];
        }

        var shells = Directory.EnumerateDirectories(root, "chromium_headless_shell-*")
            .SelectMany(d => Directory.EnumerateFiles(d, "headless_shell", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(d, "chrome-headless-shell", SearchOption.AllDirectories)));
        var full = Directory.EnumerateDirectories(root, "chromium-*")
            .SelectMany(d => Directory.EnumerateFiles(d, "chrome", SearchOption.AllDirectories));
        return headed ? full : shells.Concat(full);
    }
}
