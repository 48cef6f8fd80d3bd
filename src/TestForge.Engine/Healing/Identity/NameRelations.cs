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
        if (CountOthers(first, second) || AreOpposed(onlyFirst, onlySecond))
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

    /// <summary>Whether a name is another one with further words.</summary>
    public static bool Extends(string name, string other) =>
        PlainWords.Of(name).ToHashSet() is var words && PlainWords.Of(other).ToHashSet() is { Count: > 0 } fewer && words.IsProperSupersetOf(fewer);

    /// <summary>Whether a name says all that another says, in whatever words.</summary>
    public static bool Covers(string name, string other) =>
        Of(name, other) is not (NameRelation.None or NameRelation.Opposed) && MeaningOf([.. PlainWords.Of(name)]) is var said && MeaningOf([.. PlainWords.Of(other)]).IsSubsetOf(said);

    /// <summary>Whether both have numbers, and not the same: page 2 and page 3, version 3 and version 3.2.</summary>
    private static bool CountOthers(string[] one, string[] other)
    {
        HashSet<string> first = [.. one.Where(IsNumber)], second = [.. other.Where(IsNumber)];
        return first.Count > 0 && second.Count > 0 && !first.SetEquals(second);
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static bool AreOpposed(HashSet<string> one, HashSet<string> other) =>
        ControlWords.Opposites.Any(o => (one.Contains(o.One) && other.Contains(o.Other)) || (one.Contains(o.Other) && other.Contains(o.One)));

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
