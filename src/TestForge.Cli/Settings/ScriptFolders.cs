using TestForge.Engine.Hosting;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Where the generated projects go when they do not stay with the run.</summary>
internal static class ScriptFolders
{
    /// <summary>One project goes right into the folder, several into one below it each. Throws <c>output.not_empty</c> for a folder with somebody's other things.</summary>
    public static IReadOnlyDictionary<ScriptLanguage, string> Of(SettingValues values)
    {
        if (values.Text(KnownSettings.ScriptsTo) is not { } folder)
        {
            return new Dictionary<ScriptLanguage, string>();
        }

        var languages = new RunSettings(values).Languages;
        var folders = languages.ToDictionary(l => l, l => languages.Count == 1 ? folder : Path.Combine(folder, RunFolder.NameOf(l)));
        foreach (var path in folders.Values)
        {
            if (File.Exists(path))
            {
                throw new StageException("output.not_a_folder", $"'{path}' is a file. Name a folder with --scripts-to.", retryable: false);
            }

            if (!ProjectFolder.IsFree(path))
            {
                throw new StageException(
                    "output.not_empty",
                    $"'{path}' holds files and no generated project. Name an empty or new folder with --scripts-to, or one that was generated before with its .testforge folder.",
                    retryable: false);
            }
        }

        return folders;
    }
}
