using Microsoft.Playwright;
using TestForge.Engine.Reporting;
using TestForge.Engine.Tests.Reporting;

[assembly: AssemblyFixture(typeof(ReportBrowser))]

namespace TestForge.Engine.Tests.Reporting;

/// <summary>The real browser, started by the first test that needs it.</summary>
public sealed class ReportBrowser : IAsyncDisposable, IPdfPrinter
{
    private static readonly string[] Candidates = ["/usr/lib/chromium/chromium-headless-shell", "/usr/lib/chromium/chromium", "/usr/bin/chromium"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private readonly Lock _lock = new();
    private IBrowser? _browser;
    private Task<IReadOnlyList<byte[]>>? _pictures;

    public async Task<IBrowser> GetAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_browser is null)
            {
                UsePackagedDriver();
                var path = Environment.GetEnvironmentVariable("TESTFORGE_BROWSER_PATH") ?? Candidates.FirstOrDefault(File.Exists);
                _playwright = await Playwright.CreateAsync();
                _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
            }

            return _browser;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Screenshots for samples, taken once.</summary>
    public Task<IReadOnlyList<byte[]>> PicturesAsync()
    {
        lock (_lock)
        {
            return _pictures ??= SamplePictures.TakeAsync(this);
        }
    }

    public async Task<IPage> OpenAsync(string html, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900, bool scripts = true)
    {
        var browser = await GetAsync();
        var context = await browser.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("testforge-report-").FullName, "report.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        page.Close += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    async Task<byte[]?> IPdfPrinter.PrintAsync(string html, CancellationToken cancellationToken)
    {
        var page = await OpenAsync(html);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
        await page.Context.CloseAsync();
        return pdf;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private static void UsePackagedDriver()
    {
        const string name = "PLAYWRIGHT_DRIVER_SEARCH_PATH";
        if (Environment.GetEnvironmentVariable(name) is null)
        {
            var package = typeof(IReportWriter).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
                .Cast<System.Reflection.AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "PlaywrightPackage")?.Value;
            Environment.SetEnvironmentVariable(name, package);
        }
    }
}
