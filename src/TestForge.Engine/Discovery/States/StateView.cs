using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.States;

/// <summary>What the tab shows: the facts, and a text that is equal for states that are the same.</summary>
/// <param name="Facts">As read for exploring.</param>
/// <param name="View">Structure, salient text classes, and what listens.</param>
internal sealed record StateView(PageFacts Facts, string View)
{
    public Uri? Url { get; } = UrlNormalForm.Parse(Facts.Url);
}
