using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>What a language model made of the application. It decides nothing of the verdict.</summary>
internal sealed record ReportApplication
{
    [Description("The language model that was asked.")]
    public required string Model { get; init; }

    public string Domain { get; init; } = "";
    public string Summary { get; init; } = "";

    [Description("What the application must do, and which tests show that it does.")]
    public IReadOnlyList<ReportStory> Stories { get; init; } = [];

    [Description("What was expected and the application did not do when it was tried: a fault, or a wrong expectation. A person has to say; nothing of it counts as a failure.")]
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

    [Description("Missions for people.")]
    public IReadOnlyList<ExploratoryCharter> Charters { get; init; } = [];

    public static ReportApplication? Of(ApplicationModel? application, IReadOnlyList<ReportCase> cases)
    {
        if (application is null)
        {
            return null;
        }

        var byId = cases.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return new()
        {
            Model = application.Model,
            Domain = application.Domain,
            Summary = application.Summary,
            Stories = [.. application.Requirements.SelectMany(r => r.Stories.Select(s => new ReportStory
            {
                Id = s.Id,
                Requirement = r.Title,
                Story = $"As {s.Role}, I want {s.Want}, so that {s.Benefit}",
                Criteria = s.Criteria,
                PageIds = s.PageIds,
                Tests = [.. s.CaseIds.Select(byId.GetValueOrDefault).OfType<ReportCase>().Select(c => new ReportStoryTest(c.Id, c.Title, c.Verdict))],
            }))],
            Questions = application.Questions,
            Charters = application.Charters,
        };
    }
}
