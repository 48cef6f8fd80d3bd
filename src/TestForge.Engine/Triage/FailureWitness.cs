using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Resources;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>Gathers, right after a failure, what tells its class from the others.</summary>
internal sealed class FailureWitness(BrowserSession session, StepDriver driver, Uri target, KnownFaults known)
{
    private static readonly string PageScript = EmbeddedText.Read("Triage/page-look.js");
    private static readonly string ElementScript = EmbeddedText.Read("Triage/element-look.js");
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WindowLimit = TimeSpan.FromSeconds(1);
    private static readonly SessionOptions Design = new();

    /// <summary>What can be seen without doing anything to the page.</summary>
    public async Task<FailureEvidence> LookAsync(FailedStep failed, CancellationToken cancellationToken)
    {
        var (outcome, steps) = (failed.Outcome, failed.Case.Steps.Select(s => s.Action).ToArray());
        var reachable = outcome.Trouble != StepTrouble.Broken && !session.Recorder.Crashed;
        return new()
        {
            Trouble = outcome.Trouble,
            Message = outcome.Message,
            Step = failed.Action,
            Obstacle = outcome.Obstacle,
            Cover = outcome.Cover,
            Status = session.Recorder.Document?.Status ?? 0,
            ErrorsExpected = steps.OfType<StepAction.ExpectStatus>().Any(s => s.Status >= 400),
            RefusalExpected = steps.Any(s => s is StepAction.ExpectInvalid),
            Typed = steps.Take(failed.Index + 1).Any(s => s is StepAction.Fill),
            Crashed = session.Recorder.Crashed,
            SessionExpired = failed.SessionExpired,
            At = PathOf(session.Page.Url),
            LastAt = failed.LastAt,
            Requests = [.. known.New(session.Recorder.FailedRequests.Skip(failed.RequestsBefore))],
            Exceptions = [.. known.New(session.Recorder.Console.Skip(failed.EntriesBefore))],
            Page = reachable ? await PageAsync(failed.Print, cancellationToken) : null,
            Element = reachable && failed.Action.Element is { } id && outcome.Trouble == StepTrouble.Unusable
                ? Read<ElementLook>(await driver.LookAsync(id, ElementScript, cancellationToken))
                : null,
        };
    }

    /// <summary>Watches whether the step would go on by and by, or in the window that cases are designed in.</summary>
    public async Task<FailureEvidence> WatchAsync(FailureEvidence evidence, FailedStep failed, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (evidence.Trouble is StepTrouble.Broken or StepTrouble.Unmade or StepTrouble.HealRefused || evidence.Crashed)
        {
            return evidence;
        }

        if (limit > TimeSpan.Zero && evidence.Obstacle != Obstacle.OtherKind && await driver.LateAsync(failed.Action, limit, cancellationToken) is { } late)
        {
            return evidence with { Late = late };
        }

        return session.Page.ViewportSize is { } window && (window.Width, window.Height) != (Design.Width, Design.Height)
            && !failed.Case.Steps.Any(s => s.Action is StepAction.Resize)
            ? evidence with
            {
                OtherWindow = string.Create(CultureInfo.InvariantCulture, $"{window.Width}x{window.Height}"),
                HoldsInDesignWindow = await HoldsAsync(failed.Action, window, cancellationToken),
            }
            : evidence;
    }

    private async Task<bool> HoldsAsync(StepAction action, PageViewportSizeResult window, CancellationToken cancellationToken)
    {
        try
        {
            await session.Page.SetViewportSizeAsync(Design.Width, Design.Height).WaitAsync(ReadLimit, cancellationToken);
            var holds = await driver.LateAsync(action, WindowLimit, cancellationToken) is not null;
            await session.Page.SetViewportSizeAsync(window.Width, window.Height).WaitAsync(ReadLimit, cancellationToken);
            return holds;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<PageLook?> PageAsync(ElementFingerprint? print, CancellationToken cancellationToken)
    {
        var wanted = print is null ? null : new { tag = print.Tag, id = print.Id, testId = print.TestId, nameAttribute = print.NameAttribute, href = print.Href, text = print.Text, css = print.Css };
        try
        {
            return Read<PageLook>(await session.Page.EvaluateAsync<string?>(PageScript, wanted).WaitAsync(ReadLimit, cancellationToken));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // A page that cannot be read gives no sign.
            return null;
        }
    }

    private static T? Read<T>(string? json)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json, ArtifactJson.Compact);
        }
        catch (JsonException)
        {
            // The page has replaced what its own functions return.
            return null;
        }
    }

    private string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Authority == target.Authority
        ? SecretsInUrls.Hide(address.PathAndQuery)
        : SecretsInUrls.Hide(url);
}
