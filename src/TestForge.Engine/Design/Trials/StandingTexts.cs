using System.Collections.Concurrent;

namespace TestForge.Engine.Design.Trials;

/// <summary>Texts that visits saw on a page before anything was done there. What comes and goes by itself answers no action.</summary>
internal sealed class StandingTexts
{
    private readonly ConcurrentDictionary<(string PageId, string Text), byte> _seen = new();

    public void Note(string pageId, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            _seen.TryAdd((pageId, text), 0);
        }
    }

    public bool Has(string pageId, string text) => _seen.ContainsKey((pageId, text));
}
