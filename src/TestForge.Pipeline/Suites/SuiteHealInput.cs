namespace TestForge.Pipeline;

/// <summary>Asks for the failed tests of a suite that people wrote to be healed.</summary>
/// <param name="RunId">For logs.</param>
/// <param name="Results">The file that Playwright's <c>json</c> reporter has left.</param>
/// <param name="Project">The folder of the suite, with its configuration.</param>
/// <param name="Apply">Whether proved patches are written into the suite.</param>
/// <param name="ApplyShared">Whether that goes for locators that more than one test uses.</param>
public sealed record SuiteHealInput(Guid RunId, string Results, string Project, bool Apply = false, bool ApplyShared = false);
