using TestForge.Pipeline;

namespace TestForge.Engine.Artifacts;

/// <summary>Tells a full disk, which the user can put right, from other failures to write.</summary>
internal static class FullDisk
{
    // ENOSPC and EDQUOT (POSIX; the second has another number on macOS), ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL (Windows).
    private static readonly int[] PosixErrors = [28, OperatingSystem.IsMacOS() ? 69 : 122];
    private static readonly int[] WindowsErrors = [0x27, 0x70];

    public static bool Is(IOException e) => OperatingSystem.IsWindows() ? WindowsErrors.Contains(e.HResult & 0xFFFF) : PosixErrors.Contains(e.HResult);

    public static StageException Failure(string path, IOException e) => new(
        "environment.disk_full",
        $"There is no space left to write in '{Path.GetDirectoryName(path)}'. Make room, or choose a folder on another disk with --out.",
        retryable: false,
        e);
}
