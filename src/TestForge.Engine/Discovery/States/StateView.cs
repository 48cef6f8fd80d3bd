using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.States;

/// <summary>What the tab shows.</summary>
/// <param name="Facts">As read for exploring.</param>
/// <param name="Listening">What listens, as a text that is equal when the same handlers do.</param>
internal sealed record StateView(PageFacts Facts, string Listening)
{
    public Uri? Url { get; } = UrlNormalForm.Parse(Facts.Url);

    /// <summary>Equal for states that are the same: structure, salient text classes, and what listens.</summary>
    public string View { get; } = $"{Facts.View}\n{Listening}";

    /// <summary>Tells whether the tab is at an address; a route in the fragment counts, which comparing addresses would overlook.</summary>
    public bool IsAt(Uri? address) => Url?.AbsoluteUri == address?.AbsoluteUri;

    /// <summary>Tells whether this is the same page as the other, although its own code may have noted in the parameters of the address what it shows.</summary>
    public bool IsOn(StateView other) =>
        Url is { } here && other.Url is { } there && here.Fragment == there.Fragment
        && Siblings.KeyOf(here, Facts.Title, Facts.Headings) == Siblings.KeyOf(there, other.Facts.Title, other.Facts.Headings);
}
