namespace TestForge.Platform.Personal;

/// <summary>What an export holds, so that it can be checked for being whole.</summary>
public sealed record ExportManifest
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary><c>tenant</c> or <c>person</c>.</summary>
    public required string What { get; init; }

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ExportFile> Files { get; init; }

    /// <summary>Columns that are left out, because they are secrets.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Files that could not be read, and why.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}
