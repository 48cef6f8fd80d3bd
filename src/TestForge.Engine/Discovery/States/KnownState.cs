using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>A state whose actions are still to be tried.</summary>
/// <param name="Id">Page or state id.</param>
/// <param name="View">What it shows, as last read.</param>
/// <param name="Path">How to get there from the page as loaded.</param>
internal sealed record KnownState(string Id, StateView View, IReadOnlyList<PathStep> Path)
{
    /// <summary>Tells whether this click was the last step of the way here.</summary>
    public bool LedHere(PageAction action) => action.Kind == SiteActions.Click && Path is [.., var last] && last.Action.Key == action.Key;

    /// <summary>Tells whether all of the other state is still there and works as it did: this one only shows more.</summary>
    public bool AddsTo(KnownState other)
    {
        var places = Places(View.Facts).ToHashSet();
        return View.Listening == other.View.Listening && Places(other.View.Facts).All(places.Contains);
    }

    private static IEnumerable<(string, int, string, string)> Places(PageFacts facts) =>
        facts.Elements.Where(e => e.Visible).Select(e => (string.Join(' ', e.Print.Frames), e.Print.ShadowDepth, e.Print.Css, e.Print.Role));
}
