using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>What may tell an element alone on a page.</summary>
internal static class IdentityKeys
{
    public static IEnumerable<string> Of(ElementFingerprint print)
    {
        if (!string.IsNullOrEmpty(print.TestId))
        {
            yield return $"test {print.TestId}";
        }

        if (!string.IsNullOrEmpty(print.Id))
        {
            yield return $"id {print.Id}";
        }

        if (print.Name.Length > 0)
        {
            yield return $"name {print.Tag} {print.Role} {print.Name}";
        }

        if (!string.IsNullOrEmpty(print.Href))
        {
            yield return $"href {print.Tag} {print.Href}";
        }
    }
}
