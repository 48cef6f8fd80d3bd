namespace TestForge.Pipeline;

/// <summary>Names of the formats that a report is written in.</summary>
public static class ReportFormats
{
    public const string Html = "html";
    public const string Pdf = "pdf";
    public const string Json = "json";
    public const string JUnit = "junit";
    public const string Markdown = "markdown";
    public const string Ctrf = "ctrf";
    public const string Sarif = "sarif";

    /// <summary>A folder of files, and therefore only written when asked for.</summary>
    public const string Allure = "allure";

    public static readonly IReadOnlyList<string> All = [Allure, Ctrf, Html, Json, JUnit, Markdown, Pdf, Sarif];
}
