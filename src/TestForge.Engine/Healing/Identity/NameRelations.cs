using TestForge.Engine.Browser;

namespace TestForge.Engine.Healing.Identity;

/// <summary>Compares the names of two controls as a person would who knows what controls are called.</summary>
internal static class NameRelations
{
    private const double HalfOfTheWords = 0.5;

    private static readonly (string Phrase, string Meaning)[] Phrases =
        [.. ControlWords.Meanings.SelectMany((words, i) => words.Select(w => (Phrase: $" {w} ", Meaning: $" #{i} "))).OrderByDescending(p => p.Phrase.Length)];

    public static NameRelation Of(string one, string other)
    {
        if (one.Length > 0 && string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return NameRelation.Same;
        }

        string[] first = [.. PlainWords.Of(one)], second = [.. PlainWords.Of(other)];
        if (first.Length == 0 || second.Length == 0)
        {
            return NameRelation.None;
        }

        if (first.SequenceEqual(second))
        {
            return NameRelation.Same;
        }

        HashSet<string> onlyFirst = [.. first.Except(second)], onlySecond = [.. second.Except(first)];
        if (AreOpposed(onlyFirst, onlySecond))
        {
            return NameRelation.Opposed;
        }

        if (Telling(first).ToHashSet().SetEquals(Telling(second)))
        {
            return NameRelation.Padded;
        }

        HashSet<string> meant = MeaningOf(first), asked = MeaningOf(second);
        if (meant.SetEquals(asked))
        {
            return NameRelation.Reworded;
        }

        var shared = meant.Intersect(asked).Count();
        return shared > 0 && (meant.IsSubsetOf(asked) || asked.IsSubsetOf(meant) || (double)shared / meant.Union(asked).Count() > HalfOfTheWords)
            && !onlyFirst.Concat(onlySecond).Any(ControlWords.Distinguishing.Contains)
            ? NameRelation.Related
            : NameRelation.None;
    }

    private static bool AreOpposed(HashSet<string> one, HashSet<string> other)
    {
        // Counted things: page 2 is not page 3.
        bool Counts(HashSet<string> words) => words.Any(w => w.All(char.IsAsciiDigit));
        return (Counts(one) && Counts(other))
            || ControlWords.Opposites.Any(o => (one.Contains(o.One) && other.Contains(o.Other)) || (one.Contains(o.Other) && other.Contains(o.One)));
    }

    private static HashSet<string> MeaningOf(string[] words)
    {
        var text = $" {string.Join(' ', words)} ";
        foreach (var (phrase, meaning) in Phrases)
        {
            if (text.Contains(phrase, StringComparison.Ordinal))
            {
                text = text.Replace(phrase, meaning, StringComparison.Ordinal);
            }
        }

        return [.. Telling(text.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static string[] Telling(string[] words) => words.Where(w => !ControlWords.Empty.Contains(w)).ToArray() is { Length: > 0 } telling ? telling : words;
}
