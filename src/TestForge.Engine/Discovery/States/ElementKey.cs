using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>What an element is known by while its page is explored.</summary>
internal readonly record struct ElementKey(string Frames, int ShadowDepth, string Css, string Role, string Name)
{
    public static ElementKey Of(ElementFingerprint print) => new(string.Join(' ', print.Frames), print.ShadowDepth, print.Css, print.Role, print.Name);

    /// <summary>Finds the element again, by its place or, where the page has moved it, by its name; -1 when it is not there or not clear.</summary>
    public int FindIn(PageFacts facts)
    {
        var (css, frames, depth, role, name) = (Css, Frames, ShadowDepth, Role, Name);
        var places = Indices(facts, p => p.Css == css && p.ShadowDepth == depth && string.Join(' ', p.Frames) == frames);
        if (places is [var exact] && facts.Elements[exact].Print.Role == role)
        {
            return exact;
        }

        return Indices(facts, p => p.Role == role && p.Name == name) is [var named] && name.Length > 0 ? named : places is [var only, ..] ? only : -1;
    }

    private static int[] Indices(PageFacts facts, Func<ElementFingerprint, bool> wanted) =>
        [.. Enumerable.Range(0, facts.Elements.Count).Where(i => wanted(facts.Elements[i].Print))];
}
