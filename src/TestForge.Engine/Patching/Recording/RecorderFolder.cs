using TestForge.Engine.Browser;
using TestForge.Engine.Resources;

namespace TestForge.Engine.Patching.Recording;

/// <summary>Lays the recorder out, so that a suite that does not have it can be run with it.</summary>
internal static class RecorderFolder
{
    private static readonly string[] Files =
        ["record.js", "lib/runner.js", "lib/places.js", "lib/hooks.js", "lib/recorder.js", "lib/suite.js", "lib/fingerprints.js", "lib/page-script.js",
         "lib/selectors.js", "lib/driver-wire.js", "lib/driver-suite.js", "lib/driver-recorder.js"];

    /// <summary>Returns the file that Node.js is told to load first.</summary>
    public static async Task<string> LayAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, "lib"));
        foreach (var file in Files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), EmbeddedText.Read($"Recorder/{file}"), cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "lib", "page-facts.txt"), PageScripts.Facts, cancellationToken);
        return Path.Combine(folder, Files[0]);
    }

    /// <summary>The value of <c>NODE_OPTIONS</c> with which Node.js loads the recorder, beside what the user asks for.</summary>
    public static string NodeOptions(string recorder) =>
        $"{Environment.GetEnvironmentVariable("NODE_OPTIONS")} --require \"{recorder.Replace("\\", "\\\\", StringComparison.Ordinal)}\"".Trim();
}
