using TestForge.Pipeline;

namespace TestForge.Engine.Resources;

/// <summary>Reads text files compiled into this assembly, by their path below the project.</summary>
internal static class EmbeddedText
{
    public static string Read(string path)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(path)
            ?? throw new StageException("engine.resource_missing", $"The build lacks the embedded file '{path}'.", retryable: false);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
