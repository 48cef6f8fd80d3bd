using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>Remembers the vectors of pictures by the hashes of picture and model, so that each is computed once.</summary>
internal sealed class CachedEmbedder(IImageEmbedder embedder) : IImageEmbedder
{
    // Of at most 6 KB each.
    private const int Room = 4_096;
    private readonly ConcurrentDictionary<string, float[]> _known = new(StringComparer.Ordinal);

    public string Name => embedder.Name;

    public string ModelHash => embedder.ModelHash;

    public int Dimension => embedder.Dimension;

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellationToken)
    {
        string[] keys = [.. pictures.Select(KeyOf)];
        var found = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var missing = new Dictionary<string, Picture>(StringComparer.Ordinal);
        foreach (var (key, picture) in keys.Zip(pictures))
        {
            if (_known.TryGetValue(key, out var vector))
            {
                found[key] = vector;
            }
            else
            {
                missing[key] = picture;
            }
        }

        if (missing.Count > 0)
        {
            var vectors = await embedder.EmbedAsync([.. missing.Values], cancellationToken);
            if (_known.Count + missing.Count > Room)
            {
                _known.Clear();
            }

            foreach (var (key, vector) in missing.Keys.Zip(vectors))
            {
                found[key] = _known[key] = vector;
            }
        }

        return [.. keys.Select(k => found[k])];
    }

    private string KeyOf(Picture picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{embedder.ModelHash} {picture.Width} {picture.Height} ")));
        hash.AppendData(picture.Rgb);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
