namespace TestForge.TestKit.Injection;

/// <summary>Every attack there is.</summary>
public static class InjectionCorpus
{
    public static IReadOnlyList<InjectionAttack> All { get; } = [.. InjectionsInText.All, .. InjectionsInMarkup.All, .. InjectionsInBehaviour.All, .. InjectionsInLanguages.All, .. InjectionsInCharacters.All, .. InjectionsInFences.All, .. InjectionsInWords.All];

    /// <summary>The attacks that a text, such as the body of a request, shows to a model.</summary>
    public static IEnumerable<InjectionAttack> SeenIn(string text) => All.Where(a => a.IsSeenIn(text));
}
