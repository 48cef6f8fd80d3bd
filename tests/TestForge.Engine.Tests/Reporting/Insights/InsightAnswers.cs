using System.Text.Json;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Reporting.Insights;

/// <summary>Answers of the model about the small run: its figures are t1, its coverage u1, its cause g1, its tests c1 and c2, the step s1, the finding f1.</summary>
internal static class InsightAnswers
{
    public static FakeReply Good => Of();

    /// <summary>A good answer with other sentences in some parts; a sentence is its text, a bar, and its evidence.</summary>
    public static FakeReply Of(string[]? summary = null, string[]? deployment = null, string[]? risk = null, string[]? recommendations = null) => FakeReply.Json(JsonSerializer.Serialize(new
    {
        summary = Claims(summary ?? ["Saving a profile loses the name that was typed.|g1,c1", "One test passed only on a second try.|c2"]),
        deployment = Claims(deployment ?? ["People would lose their name when they save.|c1,s1"]),
        risk = Claims(risk ?? ["The page also sends no Content-Security-Policy.|f1"]),
        failurePatterns = Claims([]),
        rootCauses = Claims(["The name is likely overwritten when the form is saved: “Ada” was expected.|c1,s1 "]),
        recommendations = Claims(recommendations ?? ["Look first at what saves the profile.|g1"]),
    }));

    private static object[] Claims(string[] sentences) =>
        [.. sentences.Select(s => s.Split('|')).Select(p => new { text = p[0], evidence = p[1].Trim().Split(',', StringSplitOptions.RemoveEmptyEntries) })];
}
