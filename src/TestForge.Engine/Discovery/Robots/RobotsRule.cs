namespace TestForge.Engine.Discovery.Robots;

/// <summary>One line of robots.txt that allows or disallows paths.</summary>
internal sealed class RobotsRule
{
    private readonly string[] _parts;
    private readonly bool _toEnd;

    /// <param name="allow">Whether it allows.</param>
    /// <param name="pattern">As written: <c>*</c> stands for any text, <c>$</c> at the end for the end of the address.</param>
    public RobotsRule(bool allow, string pattern)
    {
        Allow = allow;
        Pattern = pattern;
        _toEnd = pattern.EndsWith('$');
        _parts = RobotsPath.Normal(_toEnd ? pattern[..^1] : pattern).Split('*');
    }

    public bool Allow { get; }

    public string Pattern { get; }

    /// <summary>The address that it names, or null when it stands for many.</summary>
    public Uri? AddressIn(Uri origin) => _parts.Length == 1 && Uri.TryCreate(origin, _parts[0], out var url) ? url : null;

    /// <param name="path">Path and query as <see cref="RobotsPath.Normal"/> gives them.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _parts[0].Length;
        foreach (var part in _parts.Skip(1).SkipLast(_toEnd ? 1 : 0))
        {
            if (path.IndexOf(part, at, StringComparison.Ordinal) is not (>= 0 and var found))
            {
                return false;
            }

            at = found + part.Length;
        }

        return !_toEnd || (_parts.Length == 1 ? at == path.Length : path.Length - _parts[^1].Length >= at && path.EndsWith(_parts[^1], StringComparison.Ordinal));
    }
}
