using System.Globalization;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>Writes what is known of the application by now for the questions that come next. It comes of the application's own text, and is fenced as such.</summary>
internal static class ApplicationText
{
    public static string Of(IReadOnlyList<PagePurpose> pages) => string.Join('\n', pages.Select(p =>
        $"{p.PageId} {p.Kind.ToString().ToLowerInvariant()}: {p.Purpose}{(p.Actions.Count == 0 ? "" : $" Main actions: {string.Join("; ", p.Actions.Select(a => $"{a.ElementId} {a.What}"))}")}"));

    /// <summary>Domain, personas and flows.</summary>
    public static string Of(ApplicationModel application)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{application.Domain}: {application.Summary}");
        foreach (var persona in application.Personas)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{persona.Id} {persona.Name}: {persona.Wants}");
        }

        foreach (var flow in application.Flows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{flow.Id} {flow.Name}, of {flow.PersonaId}, through {string.Join(", ", flow.PageIds)}: {flow.Why}");
        }

        return text.ToString().TrimEnd();
    }

    public static string Of(UserStory story) =>
        $"{story.Id} As {story.Role}, I want {story.Want}, so that {story.Benefit}. About {string.Join(", ", story.PageIds.Concat(story.ElementIds))}.{string.Concat(story.Criteria.Select(c => $"\n  - {c}"))}";

    public static string Of(IEnumerable<Requirement> requirements) => string.Join('\n', requirements.Select(r =>
        $"{r.Id} {r.Title}: {r.Text}\n{string.Join('\n', r.Stories.Select(Of))}"));
}
