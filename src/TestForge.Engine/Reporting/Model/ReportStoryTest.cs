using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

internal sealed record ReportStoryTest(string Id, string Title, Verdict Verdict);
