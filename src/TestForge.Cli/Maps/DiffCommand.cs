using System.Globalization;
using System.Text.Json;
using TestForge.Cli.Progress;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Maps;

/// <summary>Says what differs between two site maps.</summary>
internal sealed class DiffCommand(CliEnvironment environment)
{
    private const int LineLimit = 300;

    /// <param name="old">A site map, or the folder of a run.</param>
    /// <param name="now">A newer one.</param>
    /// <param name="json">Whether it is written for programs.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<int> RunAsync(string old, string now, bool json, CancellationToken cancellationToken)
    {
        var (before, after) = (await ReadAsync(old, cancellationToken), await ReadAsync(now, cancellationToken));
        var diff = MapDiff.Of(MapItems.Of(before), MapItems.Of(after));
        if (json)
        {
            environment.Output.WriteLine(JsonSerializer.Serialize(
                new { old = Head(old, before), @new = Head(now, after), same = diff.Same, diff.Appeared, diff.Vanished, diff.Changed },
                ArtifactJson.Indented));
        }
        else
        {
            Write(old, before, now, after, diff);
        }

        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    private static object Head(string name, SiteMap map) =>
        new { file = name, map.Target, pages = map.Pages.Count, states = map.States.Count, forms = FormsOf(map), apiCalls = map.ApiCalls.Count };

    private static int FormsOf(SiteMap map) => map.Pages.Sum(p => p.Forms.Count) + map.States.Sum(s => s.Forms.Count);

    private void Write(string old, SiteMap before, string now, SiteMap after, MapDiff diff)
    {
        Line("OLD", old, before);
        Line("NEW", now, after);
        Lines("+", diff.Appeared);
        Lines("-", diff.Vanished);
        Lines("~", diff.Changed);
        environment.Output.WriteLine(diff.Same
            ? "No difference."
            : string.Create(CultureInfo.InvariantCulture, $"{diff.Appeared.Count} appeared, {diff.Vanished.Count} vanished, {diff.Changed.Count} changed."));
    }

    private void Line(string word, string name, SiteMap map) => environment.Output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{word}  {TerminalText.Clean(name)}: {TerminalText.Clean(map.Target.AbsoluteUri)}, pages {map.Pages.Count}, states {map.States.Count}, forms {FormsOf(map)}, API calls {map.ApiCalls.Count}"));

    private void Lines(string sign, IEnumerable<MapChange> changes)
    {
        foreach (var change in changes)
        {
            var what = TerminalText.Clean(change.What, LineLimit);
            environment.Output.WriteLine(change.Changes.Count == 0
                ? $"{sign} {change.Kind,-8}  {what}"
                : $"{sign} {change.Kind,-8}  {what}: {TerminalText.Clean(string.Join("; ", change.Changes), LineLimit)}");
        }
    }

    private async Task<SiteMap> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(environment.WorkingFolder, name);
        path = Directory.Exists(path) ? Path.Combine(path, RunFolder.SiteMapFile) : path;
        if (!File.Exists(path))
        {
            throw new StageException("usage.missing_file", $"There is no file '{name}' to compare. Give a {RunFolder.SiteMapFile}, or the folder of a run that has one.", retryable: false);
        }

        try
        {
            var text = await File.ReadAllBytesAsync(path, cancellationToken);
            CheckVersion(name, text);
            var map = JsonSerializer.Deserialize<SiteMap>(text, ArtifactJson.Compact) ?? throw new JsonException("The document is null.");
            return map.Pages is null || map.States is null || map.ApiCalls is null || map.Target is not { IsAbsoluteUri: true }
                ? throw new JsonException("A part of it is null or the target is no address.")
                : map;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new StageException("artifact.invalid", $"'{name}' cannot be read as a site map: {e.Message}", retryable: false, e);
        }
    }

    private static void CheckVersion(string name, byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var found) && found > SiteMap.CurrentVersion)
        {
            throw new StageException(
                "artifact.from_future",
                $"'{name}' has format version {found}; this build reads up to {SiteMap.CurrentVersion}. Use a newer testforge, or make the file again.",
                retryable: false);
        }
    }
}
