using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>What a page about one record is about, noted so that a case can expect it again without knowing it.</summary>
internal static class Subjects
{
    public static IEnumerable<TestStep> Of(DesignContext context, SitePage page) =>
        context.Data.IsRecordPage(page.Id) && context.MainHeading(page.Id) is { } heading ? [Phrases.WhenNote(context, heading.Id, Probe.Carries.Subject)] : [];
}
