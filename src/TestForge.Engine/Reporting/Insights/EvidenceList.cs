using System.Globalization;
using TestForge.Engine.Browser;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>What of a run sentences may rest on, each piece with a short name: bounded, and the most telling first.</summary>
internal sealed class EvidenceList
{
    /// <summary>About seven thousand tokens, which is as much as a person would skim.</summary>
    private const int MaxText = 24_000;

    private const int MaxItem = 500;
    private const int MaxLabel = 80;

    private readonly Dictionary<string, EvidenceItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Subject), EvidenceItem> _bySubject = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<EvidenceItem> _items = [];
    private int _length;

    public IReadOnlyList<EvidenceItem> Items => _items;

    /// <summary>One piece a line, with its name.</summary>
    public string Text => string.Join('\n', _items.Select(i => $"{i.Id} {i.Shown.Kind}: {i.Text}"));

    public EvidenceItem? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The piece about a thing of the run, for sentences that rules write; null where there was no room for it.</summary>
    public InsightEvidence? Of(string kind, string subject = "") => _bySubject.GetValueOrDefault((kind, subject))?.Shown;

    /// <summary>Adds a piece unless there is no room left.</summary>
    /// <param name="kind">One of <see cref="EvidenceKinds"/>.</param>
    /// <param name="subject">What it is about, such as a case's id.</param>
    /// <param name="label">What people call it.</param>
    /// <param name="anchor">Its place in the report.</param>
    /// <param name="text">What it says.</param>
    public void Add(string kind, string subject, string label, string anchor, string text)
    {
        // One line a piece, so that no text of the application can look like another piece.
        var line = PageText.Clean(PlainText.Clean(text), MaxItem);
        if (_length + line.Length > MaxText || _bySubject.ContainsKey((kind, subject)))
        {
            return;
        }

        var number = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        var item = new EvidenceItem(new($"{EvidenceKinds.LetterOf(kind)}{number.ToString(CultureInfo.InvariantCulture)}", kind, PageText.Clean(PlainText.Clean(label), MaxLabel), anchor), line);
        _items.Add(item);
        _byId[item.Id] = item;
        _bySubject[(kind, subject)] = item;
        _length += line.Length;
    }
}
