using System.Security.Cryptography;

namespace TestForge.Platform.Secrets;

/// <summary>Reads an encrypted file from any place. Nothing is given out that was not authenticated.</summary>
internal sealed class SealedFileStream : Stream
{
    private readonly Stream _file;
    private readonly AesGcm _aes;
    private readonly byte[] _header;
    private readonly byte[] _plain = new byte[SealedFile.ChunkBytes];
    private readonly byte[] _chunk = new byte[SealedFile.ChunkBytes + SealedFile.TagBytes];
    private long _position;
    private long _current = -1;

    private SealedFileStream(Stream file, AesGcm aes, byte[] header, long length) => (_file, _aes, _header, Length) = (file, aes, header, length);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <param name="file">The encrypted file; closed with this.</param>
    /// <param name="keyOf">Gives the tenant's key by its id.</param>
    /// <param name="context">What the content is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CryptographicException">It is not what was written.</exception>
    public static async Task<SealedFileStream> OpenAsync(Stream file, Func<Guid, Task<byte[]>> keyOf, string context, CancellationToken cancellationToken)
    {
        var header = new byte[SealedFile.HeaderBytes];
        await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
        var (id, length) = SealedFile.Read(header, file.Length);
        var stream = new SealedFileStream(file, SealedFile.CipherOf(await keyOf(id), header, context), header, length);

        // The first chunk now, so that whoever opens it hears of a wrong key before anything was sent.
        await stream.LoadAsync(0, cancellationToken);
        return stream;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.Length == 0)
        {
            return 0;
        }

        await LoadAsync(_position / SealedFile.ChunkBytes, cancellationToken);
        var at = (int)(_position % SealedFile.ChunkBytes);
        var count = (int)Math.Min(Math.Min(buffer.Length, SealedFile.ChunkBytes - at), Length - _position);
        _plain.AsSpan(at, count).CopyTo(buffer.Span);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _aes.Dispose();
            CryptographicOperations.ZeroMemory(_plain);
        }

        base.Dispose(disposing);
    }

    private async Task LoadAsync(long number, CancellationToken cancellationToken)
    {
        if (number == _current)
        {
            return;
        }

        var length = (int)Math.Min(SealedFile.ChunkBytes, Length - (number * SealedFile.ChunkBytes));
        var chunk = _chunk.AsMemory(0, length + SealedFile.TagBytes);
        _file.Position = SealedFile.HeaderBytes + (number * (SealedFile.ChunkBytes + SealedFile.TagBytes));
        await _file.ReadExactlyAsync(chunk, cancellationToken);
        _current = -1;
        SealedFile.Decrypt(_aes, number, chunk.Span, _plain.AsSpan(0, length), _header);
        _current = number;
    }
}
