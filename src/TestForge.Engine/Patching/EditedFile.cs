using System.Text;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>A file's original text with edits on it, and where a place of either is in the other.</summary>
internal sealed class EditedFile(string original)
{
    // A byte order mark stays a part of the text.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SortedList<int, SourceEdit> _edits = [];

    public string Original { get; } = original;

    public IReadOnlyList<SourceEdit> Edits => [.. _edits.Values];

    public string Text => With(_edits.Values);

    /// <summary>The original with some of the edits.</summary>
    public string With(IEnumerable<SourceEdit> edits)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Start))
        {
            text.Append(Original, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return text.Append(Original, at, Original.Length - at).ToString();
    }

    /// <summary>Replaces a stretch of the edited text. Returns the edit, or null when it overlaps one that is there.</summary>
    public SourceEdit? Replace(int start, int end, string text)
    {
        if (ToOriginal(start) is not { } from || ToOriginal(end) is not { } to || _edits.ContainsKey(from))
        {
            return null;
        }

        var edit = new SourceEdit(from, to, text);
        _edits.Add(from, edit);
        return edit;
    }

    /// <summary>Returns null when it is no text in UTF-8.</summary>
    public static EditedFile? Read(string path)
    {
        try
        {
            return new(Strict.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Writes the original with some of the edits, unless the file has changed since it was read.</summary>
    public async Task SaveAsync(string path, IEnumerable<SourceEdit> edits, CancellationToken cancellationToken)
    {
        if (Read(path)?.Original != Original)
        {
            throw new StageException("suite.file_changed", $"'{path}' has changed while its tests were healed, so nothing was written into it. Run the command again.", retryable: false);
        }

        await WholeFile.WriteAsync(path, Strict.GetBytes(With(edits)), cancellationToken);
    }

    public void Remove(SourceEdit edit) => _edits.Remove(edit.Start);

    /// <summary>Where a line of the original begins in the edited text; lines count from 1.</summary>
    public int LineNow(int line)
    {
        var start = 0;
        for (var i = 1; i < line && start >= 0; i++)
        {
            start = Original.IndexOf('\n', start) + 1;
        }

        return line - _edits.Values.Where(e => e.Start < start).Sum(e => Original[e.Start..e.End].Count(c => c == '\n') - e.Text.Count(c => c == '\n'));
    }

    private int? ToOriginal(int offset)
    {
        var shift = 0;
        foreach (var edit in _edits.Values)
        {
            var start = edit.Start + shift;
            if (offset <= start)
            {
                break;
            }

            if (offset < start + edit.Text.Length)
            {
                return null;
            }

            shift += edit.Text.Length - (edit.End - edit.Start);
        }

        return offset - shift;
    }
}
