using ModelContextProtocol;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Use one live page step by step, under the guard that exploring keeps to.</summary>
internal sealed class PageTools(McpSession session, McpPage page)
{
    public const string OpenDescription = "Opens a page of the application in a real browser, for read_page and act; closes the one that was open before. Answers with what the page shows: address, headings, messages, controls named e1, e2, …, text.";
    public const string ReadDescription = "What the open page shows now, bounded, its controls named e1, e2, … anew. Controls marked REFUSED may not be used.";
    public const string ActDescription = "Does one thing on the open page, and answers with what changed and what the page shows then. Nothing outside the application is opened and nothing destructive is done: a refusal says why.";
    public const string CloseDescription = "Closes the open page and its browser.";

    public async Task<string> OpenAsync(OpenPageArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var opened = await page.OpenAsync(await session.Targets.ReadAsync(given.Url, cancellationToken), cancellationToken);
        return opened.Result == LiveResult.Done ? Told("opened", opened) : throw new StageException("mcp.page_not_opened", $"The page did not open. {opened.Text}", retryable: true);
    }

    public Task<string> ReadAsync(NoArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken) => page.ReadAsync(cancellationToken);

    public async Task<string> ActAsync(ActArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        session.CheckVariables([given.Value ?? ""]);
        var act = new LiveAct(given.Kind, given.Ref, given.Value);
        if (act.NeedsElement && act.Ref is null)
        {
            throw new StageException("mcp.invalid_argument", "act cannot be called like this: this kind needs ref, the name of a control such as e3.", retryable: false);
        }

        var answer = await page.ActAsync(act, cancellationToken);
        return Told(answer.Result.ToString().ToLowerInvariant(), answer);
    }

    public async Task<string> CloseAsync(NoArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken) =>
        await page.CloseAsync(cancellationToken) ? "closed" : "no page was open";

    private static string Told(string word, LiveTold told) => $"{word}\n{told.Text}";
}
