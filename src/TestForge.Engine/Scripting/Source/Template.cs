using TestForge.Engine.Resources;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Files of a generated project that are the same in each, but for a few marked places.</summary>
internal static class Template
{
    /// <summary>Reads a template; each <c>{{name}}</c> is replaced by its value, which must be safe where it stands.</summary>
    public static string Read(string folder, string file, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = EmbeddedText.Read($"Scripting/{folder}/Template/{file}.txt").ReplaceLineEndings("\n");
        foreach (var (name, value) in values)
        {
            text = text.Replace("{{" + name + "}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
