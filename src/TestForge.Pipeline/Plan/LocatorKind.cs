namespace TestForge.Pipeline;

/// <summary>Which of Playwright's locators is used.</summary>
public enum LocatorKind
{
    TestId,
    Role,
    Label,
    Placeholder,
    Text,
    AltText,
    Title,
    Css,
}
