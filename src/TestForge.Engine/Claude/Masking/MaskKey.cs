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
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var fresh = RandomNumberGenerator.GetBytes(Length);
            var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, how);
            file.Write(fresh);
            return fresh;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process may be just writing it: then this run's placeholders are its own.
            var kept = File.ReadAllBytes(path);
            return kept.Length == Length ? kept : RandomNumberGenerator.GetBytes(Length);
        }
    }
}
