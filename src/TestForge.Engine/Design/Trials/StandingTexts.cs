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

    /// <summary>All of them, on whatever page.</summary>
    public IEnumerable<string> Texts => _seen.Keys.Select(k => k.Text);

    public bool Has(string pageId, string text) => _seen.ContainsKey((pageId, text));
}
