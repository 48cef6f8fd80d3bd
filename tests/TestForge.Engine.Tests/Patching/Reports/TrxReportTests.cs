using TestForge.Engine.Patching.Reports;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching.Reports;

public sealed class TrxReportTests
{
    private const string Trx = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testId="1" testName="Saves(&quot;Ann&quot;)" startTime="2026-11-27T14:44:50.5+01:00" endTime="2026-11-27T14:44:52.4+01:00" outcome="Failed">
              <Output><ErrorInfo>
                <Message>System.TimeoutException : Timeout 1500ms exceeded.</Message>
                <StackTrace>   at Microsoft.Playwright.Connection.SendAsync[T](Object o) in /_/src/Connection.cs:line 231
           at Shop.Pages.CardPage.SaveAsync(String name) in /build/e2e/Pages/CardPage.cs:line 13
           bei Shop.CardTests.Saves(String name) in C:\build\e2e\CardTests.cs:Zeile 31
           at System.Threading.Tasks.Task.Run()</StackTrace>
              </ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testId="2" testName="Shop.CardTests+Inner.Pays" outcome="Passed" />
            <UnitTestResult testId="3" testName="Gone" outcome="NotExecuted" />
          </Results>
          <TestDefinitions>
            <UnitTest id="1"><TestMethod codeBase="C:\build\e2e\bin\Debug\net8.0\Shop.Tests.dll" className="Shop.CardTests, Shop.Tests" name="Saves(&quot;Ann&quot;)" /></UnitTest>
            <UnitTest id="2"><TestMethod codeBase="/build/Shop.Tests.dll" className="Shop.CardTests+Inner" name="Pays" /></UnitTest>
          </TestDefinitions>
        </TestRun>
        """;

    [Fact]
    public async Task Tests_are_read_with_where_they_failed()
    {
        var results = await ReadAsync(Trx);

        var saves = results[0];
        (saves.Class, saves.Method, saves.Arguments, saves.Outcome).ShouldBe(("Shop.CardTests", "Saves", "(\"Ann\")", "Failed"));
        (saves.Assembly, saves.Message).ShouldBe(("C:/build/e2e/bin/Debug/net8.0/Shop.Tests.dll", "System.TimeoutException : Timeout 1500ms exceeded."));
        saves.Stack.ShouldBe([new("/_/src/Connection.cs", 231), new("/build/e2e/Pages/CardPage.cs", 13), new("C:/build/e2e/CardTests.cs", 31)]);
        saves.Ended.ShouldBe(DateTimeOffset.Parse("2026-11-27T13:44:52.4Z", System.Globalization.CultureInfo.InvariantCulture));
        results.Skip(1).Select(r => (r.Class, r.Method, r.Outcome)).ShouldBe([("Shop.CardTests+Inner", "Pays", "Passed"), ("", "Gone", "NotExecuted")]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<testsuites />")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><TestRun>&b;</TestRun>")]
    public async Task What_is_no_such_report_is_refused(string text) =>
        (await Should.ThrowAsync<StageException>(() => ReadAsync(text))).Code.ShouldBe("suite.report_unreadable");

    private static async Task<IReadOnlyList<TrxResult>> ReadAsync(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            return await TrxReport.ReadAsync(path, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
