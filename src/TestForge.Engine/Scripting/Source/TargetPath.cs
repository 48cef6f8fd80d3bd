namespace TestForge.Engine.Scripting.Source;

/// <summary>Addresses relative to the target's origin, as the generated projects open them.</summary>
internal static class TargetPath
{
    // Two slashes at the start name another host; after "/." they are part of the path, as they were on the target.
    public static string Of(string path) => path.StartsWith("//", StringComparison.Ordinal) ? "/." + path : path;

    /// <summary>Whether parts of it are escaped, which the ecosystems' matchers do not treat alike.</summary>
    public static bool HasEscapes(string path) => path.Contains('%', StringComparison.Ordinal);
}
