using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>What a person sees on a page at one moment.</summary>
internal sealed record PageState
{
    private static readonly string Script = EmbeddedText.Read("Browser/page-state.js");

    public string Url { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Visible text, line by line.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Texts in alerts, status regions and open dialogs.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Texts that look like complaints by their class.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>Texts that look like notices by their class.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Texts that stand in entries of lists and rows of tables.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>Visible fields that the application has marked as invalid.</summary>
    public int RefusedFields { get; init; }

    /// <summary>True once the document and what it loads are there.</summary>
    public bool Complete { get; init; }

    public double PageWidth { get; init; }

    public double ViewWidth { get; init; }

    public static async Task<PageState> ReadAsync(IPage page, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var json = await page.EvaluateAsync<string>(Script).WaitAsync(cancellationToken);
                return Clean(JsonSerializer.Deserialize<PageState>(json, ArtifactJson.Compact)!);
            }
            catch (PlaywrightException e) when (attempt < 4 && e.Message.Contains("context was destroyed", StringComparison.Ordinal))
            {
                await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded).WaitAsync(cancellationToken);
            }
        }
    }

    public bool SameAs(PageState other) =>
        Url == other.Url && Title == other.Title && RefusedFields == other.RefusedFields && Lines.SequenceEqual(other.Lines) && Messages.SequenceEqual(other.Messages);

    private static PageState Clean(PageState state) => state with
    {
        Title = PageText.Clean(state.Title),
        Lines = Clean(state.Lines),
        Messages = Clean(state.Messages),
        Refusals = Clean(state.Refusals),
        Notices = Clean(state.Notices),
        Headings = Clean(state.Headings),
        Entries = Clean(state.Entries),
    };

    private static string[] Clean(IReadOnlyList<string> texts) => [.. texts.Select(t => PageText.Clean(t, 300)).Where(t => t.Length > 0)];
}
