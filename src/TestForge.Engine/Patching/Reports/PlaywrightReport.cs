using System.Text.Json;
using TestForge.Engine.Patching.Recording;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Reports;

/// <summary>Reads what Playwright's <c>json</c> reporter writes.</summary>
internal static class PlaywrightReport
{
    private const int MessageLength = 4_000;

    /// <param name="path">The report, perhaps from another machine.</param>
    /// <param name="project">The suite's folder on this one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<SuiteRun> ReadAsync(string path, string project, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(file, default, cancellationToken);
            return Read(document.RootElement, project);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StageException(
                "suite.report_unreadable",
                $"'{path}' is no report of Playwright's json reporter: {e.Message} Make one with `npx playwright test --reporter=json` and PLAYWRIGHT_JSON_OUTPUT_FILE set to a file.",
                retryable: false,
                e);
        }
    }

    private static SuiteRun Read(JsonElement root, string project)
    {
        var config = root.GetProperty("config");
        var configFile = Text(config, "configFile");
        var folder = configFile.Length > 0 ? Parent(configFile) : "";
        var tests = Below(folder, Text(config, "rootDir"));
        var found = new List<SuiteTest>();
        foreach (var suite in root.GetProperty("suites").EnumerateArray())
        {
            // The outermost suites are files.
            Collect(suite, [], tests, found);
        }

        var name = configFile.Length > 0 ? configFile[(configFile.LastIndexOfAny(['/', '\\']) + 1)..] : "";
        return new(name.Length > 0 && File.Exists(Path.Combine(project, name)) ? name : null, found);
    }

    private static void Collect(JsonElement suite, string[] titles, string tests, List<SuiteTest> found)
    {
        foreach (var inner in Items(suite, "suites"))
        {
            Collect(inner, [.. titles, Text(inner, "title")], tests, found);
        }

        foreach (var spec in Items(suite, "specs"))
        {
            var file = Text(spec, "file").Replace('\\', '/');
            foreach (var test in Items(spec, "tests"))
            {
                found.Add(Read(test, string.Join(" › ", [.. titles, Text(spec, "title")]), tests.Length > 0 ? $"{tests}/{file}" : file, spec.GetProperty("line").GetInt32()));
            }
        }
    }

    private static SuiteTest Read(JsonElement test, string title, string file, int line)
    {
        var last = Items(test, "results").LastOrDefault();
        var error = last.ValueKind == JsonValueKind.Object ? Items(last, "errors").FirstOrDefault() : default;
        var status = Text(test, "status");
        var place = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("location", out var location) ? location : default;
        return new()
        {
            Title = title,
            File = file,
            Line = line,
            Project = Text(test, "projectName"),
            Failed = status == "unexpected",
            Passed = status == "expected" && last.ValueKind == JsonValueKind.Object && Text(last, "status") == "passed",
            Message = error.ValueKind == JsonValueKind.Object ? Plain(Text(error, "message")) : "",
            FailedLine = place.ValueKind == JsonValueKind.Object && Text(place, "file").Replace('\\', '/').EndsWith('/' + file, StringComparison.Ordinal) ? place.GetProperty("line").GetInt32() : 0,
            Recorded = last.ValueKind == JsonValueKind.Object ? [.. Items(last, "attachments").Select(RecordedIn).OfType<RecordedFailure>()] : [],
        };
    }

    private static RecordedFailure? RecordedIn(JsonElement attachment)
    {
        if (Text(attachment, "name") != RecordedFailure.AttachmentName)
        {
            return null;
        }

        var content = Text(attachment, "body") is { Length: > 0 } body ? Convert.FromBase64String(body)
            : Text(attachment, "path") is { Length: > 0 } path && File.Exists(path) ? File.ReadAllBytes(path)
            : null;
        return content is null ? null : RecordedFailure.Read(content);
    }

    /// <summary>Where tests lie below the configuration's folder, as the machine that ran them saw both.</summary>
    private static string Below(string folder, string rootDir)
    {
        var root = rootDir.Replace('\\', '/').TrimEnd('/');
        return folder.Length > 0 && root.StartsWith(folder + '/', StringComparison.Ordinal) ? root[(folder.Length + 1)..] : "";
    }

    private static string Parent(string path)
    {
        var plain = path.Replace('\\', '/');
        return plain[..Math.Max(0, plain.LastIndexOf('/'))];
    }

    private static JsonElement[] Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    // The runner colours its words.
    private static string Plain(string message)
    {
        var plain = TerminalColours.Removed(message);
        return plain.Length <= MessageLength ? plain : plain[..MessageLength];
    }
}
