namespace TestForge.Engine.Design;

/// <summary>Addresses relative to the target's origin.</summary>
internal static class TargetPaths
{
    /// <summary>Path, query and fragment, or null for another origin.</summary>
    public static string? Relative(Uri target, string address) =>
        Uri.TryCreate(target, address, out var absolute) && SameOrigin(target, absolute)
            ? absolute.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped) is { Length: > 0 } path ? path : "/"
            : null;

    public static bool SameOrigin(Uri target, Uri other) =>
        other.Scheme == target.Scheme && other.Port == target.Port
        && string.Equals(other.IdnHost, target.IdnHost, StringComparison.OrdinalIgnoreCase);
}
