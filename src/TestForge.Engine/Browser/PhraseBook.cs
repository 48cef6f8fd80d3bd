namespace TestForge.Engine.Browser;

/// <summary>Finds phrases in words, in time that grows with the text alone.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, List<(string[] Words, string Phrase)>> _byFirst = [];

    public PhraseBook(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = PlainWords.Of(phrase).ToArray();
            if (!_byFirst.TryGetValue(words[0], out var known))
            {
                _byFirst[words[0]] = known = [];
            }

            known.Add((words, phrase));
        }
    }

    /// <summary>The first phrase there is, or null.</summary>
    public string? FirstIn(IReadOnlyList<string> words) => Enumerable.Range(0, words.Count).Select(i => At(words, i).Phrase).FirstOrDefault(p => p is not null);

    /// <summary>The words with a gap where a phrase was.</summary>
    public IReadOnlyList<string> Without(IReadOnlyList<string> words)
    {
        var rest = new List<string>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var length = At(words, i).Length;
            rest.Add(length > 0 ? "" : words[i]);
            i += Math.Max(1, length);
        }

        return rest;
    }

    // The longest phrase at a place says most.
    private (string? Phrase, int Length) At(IReadOnlyList<string> words, int start)
    {
        (string? Phrase, int Length) best = (null, 0);
        foreach (var (phrase, shown) in _byFirst.GetValueOrDefault(words[start]) ?? [])
        {
            if (phrase.Length > best.Length && start + phrase.Length <= words.Count && !phrase.Where((w, i) => words[start + i] != w).Any())
            {
                best = (shown, phrase.Length);
            }
        }

        return best;
    }
}
