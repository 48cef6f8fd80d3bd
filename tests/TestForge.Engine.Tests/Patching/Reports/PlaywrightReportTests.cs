using System.Text;
using TestForge.Engine.Patching.Reports;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching.Reports;

public sealed class PlaywrightReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Tests_of_another_machine_are_named_below_the_suites_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "playwright.config.ts"), "", TestContext.Current.CancellationToken);
        var recorded = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{ "version": 1, "action": "click", "count": 0, "url": "http://x/a", "broken": { "file": "specs/a.spec.ts", "line": 4, "column": 14, "method": "getByRole", "locator": "getByRole('button')" } }"""));
        var run = await ReadAsync($$"""
            {
              "config": { "configFile": "/home/ci/work/e2e/playwright.config.ts", "rootDir": "/home/ci/work/e2e/specs" },
              "suites": [{ "title": "a.spec.ts", "file": "a.spec.ts", "specs": [], "suites": [{ "title": "group", "specs": [
                { "title": "fails", "file": "a.spec.ts", "line": 3, "tests": [{ "projectName": "chromium", "status": "unexpected", "results": [
                  { "status": "failed", "errors": [], "attachments": [] },
                  { "status": "failed", "errors": [{ "message": "\u001b[31mError\u001b[39m: strict mode violation", "location": { "file": "/home/ci/work/e2e/specs/a.spec.ts", "line": 4 } }], "attachments": [
                    { "name": "trace", "path": "/gone.zip" }, { "name": "testforge-failure", "body": "{{recorded}}" }] }] }] },
                { "title": "passes", "file": "a.spec.ts", "line": 9, "tests": [{ "projectName": "", "status": "expected", "results": [{ "status": "passed", "errors": [], "attachments": [] }] }] },
                { "title": "is flaky", "file": "a.spec.ts", "line": 12, "tests": [{ "projectName": "", "status": "flaky", "results": [{ "status": "passed", "errors": [], "attachments": [] }] }] },
                { "title": "is skipped", "file": "a.spec.ts", "line": 15, "tests": [{ "projectName": "", "status": "skipped", "results": [] }] }
              ] }] }]
            }
            """);

        run.Config.ShouldBe("playwright.config.ts");
        run.Tests.Select(t => (t.Use, t.Line, t.Project, t.Failed, t.Passed)).ShouldBe(
        [
            ("specs/a.spec.ts › group › fails", 3, "chromium", true, false),
            ("specs/a.spec.ts › group › passes", 9, "", false, true),
            ("specs/a.spec.ts › group › is flaky", 12, "", false, false),
            ("specs/a.spec.ts › group › is skipped", 15, "", false, false),
        ]);
        (run.Tests[0].Message, run.Tests[0].FailedLine).ShouldBe(("Error: strict mode violation", 4));
        run.Tests[0].Recorded.ShouldHaveSingleItem().Broken!.Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<TestRun/>")]
    public async Task Another_file_is_refused(string text) =>
        (await Should.ThrowAsync<StageException>(ReadAsync(text))).Code.ShouldBe("suite.report_unreadable");

    private async Task<SuiteRun> ReadAsync(string text)
    {
        var path = Path.Combine(_folder, "results.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return await PlaywrightReport.ReadAsync(path, _folder, TestContext.Current.CancellationToken);
    }
}
