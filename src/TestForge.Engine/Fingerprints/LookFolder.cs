using System.Collections.Concurrent;
using System.Security.Cryptography;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Pictures;
using TestForge.Engine.Vision;

namespace TestForge.Engine.Fingerprints;

/// <summary>The pictures of elements, a PNG file each, named by their content, in a folder beside the fingerprints.</summary>
internal sealed class LookFolder(string fingerprints)
{
    private readonly string _folder = $"{fingerprints}.looks";
    private readonly ConcurrentDictionary<string, byte[]> _new = [];

    /// <summary>Remembers a picture; it is written with the fingerprints.</summary>
    public KeptLook Add(ElementPicture picture)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(picture.Png));
        _new[name] = picture.Png;
        return new(name, picture.Box.X, picture.Box.Y, picture.Box.Width, picture.Box.Height);
    }

    /// <summary>Whether its file is there. Another run on the same history may have removed it.</summary>
    public bool Has(KeptLook look) => _new.ContainsKey(look.Sha256) || File.Exists(PathOf(look.Sha256));

    /// <summary>Returns a picture, or null when its file is gone or is another.</summary>
    public ElementPicture? Read(KeptLook look)
    {
        try
        {
            var png = _new.GetValueOrDefault(look.Sha256) ?? File.ReadAllBytes(PathOf(look.Sha256));
            return Convert.ToHexStringLower(SHA256.HashData(png)) == look.Sha256 ? new(png, new PixelArea(look.X, look.Y, look.Width, look.Height)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is taken again by the next case that passes.
            return null;
        }
    }

    /// <summary>Writes what is new, and removes what no fingerprint has any more.</summary>
    public async Task WriteAsync(IReadOnlySet<string> kept, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            foreach (var (name, png) in _new.Where(n => kept.Contains(n.Key)).ToArray())
            {
                await WholeFile.WriteAsync(PathOf(name), png, cancellationToken);
                _new.TryRemove(name, out _);
            }

            foreach (var file in Directory.EnumerateFiles(_folder, "*.png").Where(f => !kept.Contains(Path.GetFileNameWithoutExtension(f))))
            {
                File.Delete(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FingerprintFile.Unusable(_folder, e.Message, e);
        }
    }

    // A name comes from a file that may have been written by anyone.
    private string PathOf(string name) => Path.Combine(_folder, $"{Path.GetFileName(name)}.png");
}
