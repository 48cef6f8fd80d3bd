using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>The lists of a page at one moment, and the numbers beside them.</summary>
internal sealed record PageLists
{
    private static readonly string Script = PageSelectors.With(EmbeddedText.Read("Design/Trials/page-lists.js"));

    public IReadOnlyList<PageList> Lists { get; init; } = [];

    /// <summary>Short texts with a number that stand outside of lists: totals and counts.</summary>
    public IReadOnlyList<PageFigure> Figures { get; init; } = [];

    public static async Task<PageLists> ReadAsync(IPage page, CancellationToken cancellationToken)
    {
        var json = await page.EvaluateAsync<string>(Script).WaitAsync(cancellationToken);
        var read = JsonSerializer.Deserialize<PageLists>(json, ArtifactJson.Compact)!;
        return new()
        {
            Lists = [.. read.Lists.Select(l => new PageList(l.Css, Clean(l.Rows), [.. l.Columns.Select(c => new PageColumn(c.Css, Clean(c.Texts)))]))],
            Figures = [.. read.Figures.Select(f => f with { Text = PageText.Clean(f.Text, 300) })],
        };
    }

    public PageList? List(string css) => Lists.FirstOrDefault(l => l.Css == css);

    private static string[] Clean(IReadOnlyList<string> texts) => [.. texts.Select(t => PageText.Clean(t, 300))];
}
