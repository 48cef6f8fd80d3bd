namespace TestForge.Pipeline;

/// <summary>What an artifact is. The names are stored in journals and reports: renaming one is a migration.</summary>
public static class ArtifactKinds
{
    public const string SiteMap = "site-map";
    public const string OpenApi = "open-api";
    public const string TestPlan = "test-plan";
    public const string Application = "application";
    public const string ScriptProject = "script-project";
    public const string RunResults = "run-results";
    public const string CaseMarks = "case-marks";
    public const string CaseMemory = "case-memory";
    public const string HealMemory = "heal-memory";
    public const string PageFacts = "page-facts";
    public const string Screenshot = "screenshot";
    public const string Thumbnail = "thumbnail";
    public const string Baseline = "baseline";
    public const string ActualPicture = "actual-picture";
    public const string PictureDifference = "picture-difference";
    public const string PictureHeatMap = "picture-heat-map";
    public const string ElementLook = "element-look";
    public const string Trace = "trace";
    public const string ConsoleLog = "console-log";
    public const string NetworkLog = "network-log";
    public const string ReportHtml = "report-html";
    public const string ReportPdf = "report-pdf";
    public const string ReportJson = "report-json";
    public const string JUnit = "junit";
    public const string Markdown = "report-markdown";
    public const string Ctrf = "ctrf";
    public const string Sarif = "sarif";
    public const string Allure = "allure";
    public const string Feature = "feature";

    /// <summary>The file extension of a kind, with its dot.</summary>
    public static string ExtensionOf(string kind) => kind switch
    {
        Screenshot or Thumbnail => ".jpg",
        Baseline or ActualPicture or PictureDifference or PictureHeatMap or ElementLook => ".png",
        Trace => ".zip",
        ConsoleLog or NetworkLog => ".log",
        ReportHtml => ".html",
        ReportPdf => ".pdf",
        JUnit => ".xml",
        Markdown => ".md",
        Sarif => ".sarif",
        Feature => ".feature",
        _ => ".json",
    };
}
