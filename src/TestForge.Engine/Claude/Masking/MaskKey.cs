using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace TestForge.Engine.Claude.Masking;

/// <summary>
/// What placeholders and fences are made from. It is kept beside the answers, so that a later run writes the same placeholders and finds its answers again;
/// without it nobody can try values until one fits.
/// </summary>
internal sealed class MaskKey
{
    private const int Length = 32;

    public MaskKey(IOptions<ClaudeOptions> options) => Bytes = options.Value.Folder is { } folder ? Kept(Path.Combine(folder, "mask-key")) : RandomNumberGenerator.GetBytes(Length);

    public byte[] Bytes { get; }

    private static byte[] Kept(string path)
    {
        var fresh = RandomNumberGenerator.GetBytes(Length);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return Read(path) ?? Made(path, fresh);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing can be kept: then this run's placeholders are its own.
            return Read(path) ?? fresh;
        }
    }

    private static byte[]? Read(string path) => File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } kept ? kept : null;

    /// <summary>The file is there whole or not at all, and of processes that make it at once the first one's counts.</summary>
    private static byte[] Made(string path, byte[] fresh)
    {
        var partial = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(partial, how))
            {
                file.Write(fresh);
            }

            // One of another length is what a full disk left of an earlier one.
            File.Move(partial, path, overwrite: File.Exists(path) && Read(path) is null);
            return fresh;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
