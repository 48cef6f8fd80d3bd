using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution.PlaywrightBackend;

public sealed class FailureReaderTests
{
    private static readonly TestCase Case = Plans.Case("c", new StepAction.Navigate("/"), new StepAction.Click("e1"));

    [Theory]
    [InlineData("Error: locator.click: Error: strict mode violation: getByRole('button') resolved to 2 elements:", FailureClass.LocatorDrift)]
    [InlineData("TimeoutError: locator.click: Timeout 5000ms exceeded.\nCall log:\n  - waiting for getByTestId('x')", FailureClass.LocatorDrift)]
    [InlineData("TimeoutError: locator.click: Timeout 5000ms exceeded.\nCall log:\n  - waiting for getByTestId('x')\n  - locator resolved to <button disabled>", FailureClass.Timing)]
    [InlineData("Error: expect(locator).toBeVisible() failed\n\nError: element(s) not found", FailureClass.LocatorDrift)]
    [InlineData("Error: expect(locator).toHaveText() failed\n\nExpected: \"a\"\nReceived: \"b\"", FailureClass.Assertion)]
    [InlineData("Error: page.goto: net::ERR_CONNECTION_REFUSED at http://x/", FailureClass.Environment)]
    [InlineData("Error: The environment variable X is not set.", FailureClass.Environment)]
    [InlineData("Error: something else", FailureClass.Unknown)]
    public void Tells_the_kind_of_failure_from_the_runners_words(string error, FailureClass expected) =>
        FailureReader.Read(Case, new() { Kind = "attempt", Status = "failed", Errors = [error], Steps = [new(true, 1, "", []), new(false, 1, "", [])] }).Class.ShouldBe(expected);
}
