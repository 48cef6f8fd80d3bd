using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>What a case can be chosen by: its technique and its tags, as lower-case letters, digits and hyphens.</summary>
internal static class CaseTags
{
    public static IReadOnlyList<string> Of(TestCase testCase) =>
        [.. testCase.Tags.Prepend(testCase.Technique).Select(t => Words.Kebab(t)).Where(t => t.Length > 0).Distinct()];
}
