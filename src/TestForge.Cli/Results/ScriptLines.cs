using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Cli.Progress;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>Says what became of the generated projects and of a person's edits in them.</summary>
internal static class ScriptLines
{
    private static readonly (FileFate Fate, string Word)[] Told =
    [
        (FileFate.Written, "written"), (FileFate.Unchanged, "unchanged"), (FileFate.Merged, "merged with your edits"), (FileFate.Kept, "kept as you left it"),
        (FileFate.Removed, "removed"), (FileFate.Conflict, "in conflict"),
    ];

    public static IEnumerable<SummaryLine> Of(IEnumerable<ProjectChanges> projects)
    {
        foreach (var project in projects)
        {
            var counts = Told.Select(t => (t.Word, Count: project.Count(t.Fate))).Where(t => t.Count > 0)
                .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Count} {t.Word}"));
            yield return new(Tone.Plain, "Scripts", $"  {project.Folder}: files {string.Join(", ", counts)}");
            foreach (var conflict in project.Files.Where(f => f.Fate == FileFate.Conflict))
            {
                var where = string.Join(", ", conflict.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(conflict.File)}:{l}")));
                yield return new(
                    Tone.Warning,
                    "  Conflict",
                    $" {where}: your text stays; take what you want from {TerminalText.Clean(conflict.File)}.new, then delete that file");
            }
        }
    }

    public static JsonArray Json(IEnumerable<ProjectChanges> projects) =>
        [.. projects.Select(p => new JsonObject
        {
            ["folder"] = p.Folder,
            ["files"] = new JsonObject(Told.Select(t => KeyValuePair.Create<string, JsonNode?>(JsonNamingPolicy.CamelCase.ConvertName(t.Fate.ToString()), p.Count(t.Fate)))),
            ["conflicts"] = JsonSerializer.SerializeToNode(
                p.Files.Where(f => f.Fate == FileFate.Conflict).Select(f => new { f.File, f.Lines }), ArtifactJson.Compact),
        })];
}
