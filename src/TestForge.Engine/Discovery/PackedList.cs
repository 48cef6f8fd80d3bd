using System.Collections;
using System.IO.Compression;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>
/// A list that holds each item packed, in about a twentieth of its size, and unpacks it at each look: the pages of a
/// large site would fill the memory otherwise. Not safe for writing from several threads.
/// </summary>
internal sealed class PackedList<T> : IReadOnlyList<T>
{
    private readonly List<byte[]> _items = [];

    public int Count => _items.Count;

    public T this[int index]
    {
        get => Unpack(_items[index]);
        set => _items[index] = Pack(value);
    }

    public void Add(T item) => _items.Add(Pack(item));

    public IEnumerator<T> GetEnumerator() => _items.Select(Unpack).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static byte[] Pack(T item)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, item, ArtifactJson.Compact);
        }

        return packed.ToArray();
    }

    private static T Unpack(byte[] item)
    {
        using var brotli = new BrotliStream(new MemoryStream(item), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli, ArtifactJson.Compact)!;
    }
}
