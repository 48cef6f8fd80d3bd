using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TestForge.Platform.Secrets;

/// <summary>
/// The form of an encrypted file, made to be read from any place: a header, and chunks of 64 KiB each encrypted by AES-256-GCM. Every file has a key
/// of its own (HKDF over the tenant's key and a random salt), so a chunk's number can be its nonce. Each chunk authenticates the header, in which
/// the length stands, and its number: chunks that were changed, swapped, left out or added are noticed.
/// </summary>
/// <remarks>Header: <c>TFE1</c>, id of the tenant's key (16 bytes), salt (16), length of the content (8, big-endian). A chunk: ciphertext, tag (16).</remarks>
internal static class SealedFile
{
    public const int ChunkBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int HeaderBytes = 44;

    private const int IdAt = 4;
    private const int SaltAt = 20;
    private const int LengthAt = 36;

    private static ReadOnlySpan<byte> Magic => "TFE1"u8;

    /// <summary>Encrypts a whole content.</summary>
    /// <param name="keyId">Which key of the tenant it is.</param>
    /// <param name="key">That key, for this purpose.</param>
    /// <param name="context">What the content is; it opens with the same context only, so files cannot change places.</param>
    /// <param name="content">The content.</param>
    /// <param name="target">Where it is written to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(Guid keyId, byte[] key, string context, ReadOnlyMemory<byte> content, Stream target, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        keyId.TryWriteBytes(header.AsSpan(IdAt), bigEndian: true, out _);
        RandomNumberGenerator.Fill(header.AsSpan(SaltAt, 16));
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(LengthAt), content.Length);
        await target.WriteAsync(header, cancellationToken);
        using var aes = CipherOf(key, header, context);
        var chunk = new byte[ChunkBytes + TagBytes];
        for (var (number, at) = (0L, 0); number < ChunksOf(content.Length); number++, at += ChunkBytes)
        {
            var length = Math.Min(ChunkBytes, content.Length - at);
            Encrypt(aes, number, content.Span.Slice(at, length), chunk, header);
            await target.WriteAsync(chunk.AsMemory(0, length + TagBytes), cancellationToken);
        }
    }

    /// <summary>The key that a file was encrypted with, and the length of its content.</summary>
    /// <exception cref="CryptographicException">It is no such file, or was cut.</exception>
    public static (Guid KeyId, long Length) Read(ReadOnlySpan<byte> header, long fileLength)
    {
        if (header.Length < HeaderBytes || !header.StartsWith(Magic))
        {
            throw new CryptographicException("It does not begin as an encrypted file does.");
        }

        var length = BinaryPrimitives.ReadInt64BigEndian(header[LengthAt..]);
        return length >= 0 && length < long.MaxValue / 2 && fileLength == HeaderBytes + length + (ChunksOf(length) * TagBytes)
            ? (new(header.Slice(IdAt, 16), bigEndian: true), length)
            : throw new CryptographicException("It is shorter or longer than it was written.");
    }

    public static AesGcm CipherOf(byte[] key, ReadOnlySpan<byte> header, string context)
    {
        Span<byte> own = stackalloc byte[Envelope.KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, own, header.Slice(SaltAt, 16), System.Text.Encoding.UTF8.GetBytes(context));
        var aes = new AesGcm(own, TagBytes);
        CryptographicOperations.ZeroMemory(own);
        return aes;
    }

    /// <exception cref="CryptographicException">The chunk is not what was written there.</exception>
    public static void Decrypt(AesGcm aes, long number, ReadOnlySpan<byte> chunk, Span<byte> plain, ReadOnlySpan<byte> header)
    {
        Span<byte> nonce = stackalloc byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], number);
        aes.Decrypt(nonce, chunk[..^TagBytes], chunk[^TagBytes..], plain, header);
    }

    /// <summary>An empty content has one chunk too, so that its header is authenticated.</summary>
    public static long ChunksOf(long length) => Math.Max(1, (length + ChunkBytes - 1) / ChunkBytes);

    private static void Encrypt(AesGcm aes, long number, ReadOnlySpan<byte> plain, Span<byte> chunk, ReadOnlySpan<byte> header)
    {
        Span<byte> nonce = stackalloc byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], number);
        aes.Encrypt(nonce, plain, chunk[..plain.Length], chunk.Slice(plain.Length, TagBytes), header);
    }
}
