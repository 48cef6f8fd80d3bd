using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Keeps what an attempt leaves behind, the secrets of the case hidden in all of it.</summary>
internal sealed class AttemptEvidence(
    BrowserSession session,
    IArtifactStore artifacts,
    CaseSecrets secrets,
    IReadOnlyDictionary<string, LocatorSpec> locators)
{
    private const int MaxPictureHeight = 6_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // A trace holds every value typed, and there is no hiding it in there.
    private readonly bool _traceable = !secrets.Any;

    public IReadOnlyList<ConsoleEntry> Console =>
        [.. session.Recorder.Console.Select(c => c with { Text = secrets.Hide(c.Text), Location = secrets.HideOrNull(c.Location) })];

    public IReadOnlyList<FailedRequest> FailedRequests =>
        [.. session.Recorder.FailedRequests.Select(r => r with { Url = secrets.Hide(r.Url), Reason = secrets.Hide(r.Reason) })];

    public Failure Hide(Failure failure) => failure with
    {
        Message = secrets.Hide(failure.Message),
        Expected = secrets.HideOrNull(failure.Expected),
        Actual = secrets.HideOrNull(failure.Actual),
        Evidence = failure.Evidence?.Select(secrets.Hide).ToArray(),
    };

    public Task StartTraceAsync(string title, CancellationToken cancellationToken) => _traceable
        ? session.Context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true, Title = title }).WaitAsync(cancellationToken)
        : Task.CompletedTask;

    /// <summary>The page as the healer needs it, or null when it cannot be read any more.</summary>
    public async Task<ArtifactRef?> FactsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var facts = await PageReader.ReadAsync(session.Page, new(SettleMilliseconds: 1_000), cancellationToken);
            var json = secrets.HideInJson(JsonSerializer.Serialize(facts, ArtifactJson.Indented));
            return await artifacts.PutAsync(ArtifactKinds.PageFacts, Encoding.UTF8.GetBytes(json), cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Without a view of the page nothing can be healed; the failure stands as it is.
            return null;
        }
    }

    public async Task<IReadOnlyList<ArtifactRef>> KeepAsync(bool failed, bool traced, ComparedPictures? compared, CancellationToken cancellationToken)
    {
        var kept = new List<ArtifactRef>();
        if (compared is not null)
        {
            kept.Add(await artifacts.PutAsync(ArtifactKinds.Baseline, compared.Expected, cancellationToken));
            kept.Add(await artifacts.PutAsync(ArtifactKinds.ActualPicture, compared.Actual, cancellationToken));
            if (compared.Difference.Marked is { } marked)
            {
                kept.Add(await artifacts.PutAsync(ArtifactKinds.PictureDifference, marked.ToPng(), cancellationToken));
            }
        }

        if (failed && await PictureAsync() is { } picture)
        {
            kept.Add(await artifacts.PutAsync(ArtifactKinds.Screenshot, picture, cancellationToken));
        }

        if (traced && _traceable && await TraceAsync(failed, cancellationToken) is { } trace)
        {
            kept.Add(trace);
        }

        await KeepLogAsync(ArtifactKinds.ConsoleLog, Console.Select(c => $"{c.Level}\t{c.Location}\t{c.Text}"));
        await KeepLogAsync(ArtifactKinds.NetworkLog, FailedRequests.Select(r => $"{r.Status}\t{r.Method}\t{r.Url}\t{r.Reason}"));
        return kept;

        async Task KeepLogAsync(string kind, IEnumerable<string> lines)
        {
            if (string.Join('\n', lines) is { Length: > 0 } text)
            {
                kept.Add(await artifacts.PutAsync(kind, Encoding.UTF8.GetBytes(text + "\n"), cancellationToken));
            }
        }
    }

    /// <summary>The whole page, as far down as anyone would look. Fields that hold a secret are painted over.</summary>
    private async Task<byte[]?> PictureAsync()
    {
        var size = session.Page.EvaluateAsync<int[]>("() => [window.innerWidth, document.documentElement.scrollHeight]");
        if (session.Recorder.Crashed || !await Bounded.TryAsync(size, TimeSpan.FromSeconds(2)))
        {
            return null;
        }

        var (width, height) = ((await size)[0], Math.Clamp((await size)[1], 1, MaxPictureHeight));
        var picture = session.Page.ScreenshotAsync(new()
        {
            Type = ScreenshotType.Jpeg,
            Quality = 70,
            Timeout = 5_000,
            FullPage = true,
            Clip = new() { Width = width, Height = height },
            Mask = secrets.Elements.Where(locators.ContainsKey).Select(id => session.Page.Locate(locators[id])),
        });
        return await Bounded.TryAsync(picture, Limit) ? await picture : null;
    }

    private async Task<ArtifactRef?> TraceAsync(bool keep, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"testforge-{Path.GetRandomFileName()}.zip");
        try
        {
            return await Bounded.TryAsync(session.Context.Tracing.StopAsync(keep ? new() { Path = path } : null), Limit) && keep && File.Exists(path)
                ? await artifacts.PutAsync(ArtifactKinds.Trace, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken)
                : null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
