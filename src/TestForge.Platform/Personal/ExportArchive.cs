using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Platform.Personal;

/// <summary>Writes a zip file by file, with the hash of each, and the manifest at the end. Holds none of them in memory.</summary>
internal sealed class ExportArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;
    private readonly List<ExportFile> _files = [];
    private readonly List<string> _unreadable = [];

    public ExportArchive(Stream output, DateTimeOffset at) => (_zip, _at) = (new(output, ZipArchiveMode.Create, leaveOpen: true), at);

    public IReadOnlyList<ExportFile> Files => _files;

    /// <summary>Adds a file of JSON lines.</summary>
    public async Task AddLinesAsync(string name, IAsyncEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(name, cancellationToken);
        var rows = 0L;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            await entry.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken);
            rows++;
        }

        _files.Add(entry.Done(name, rows));
    }

    /// <summary>Adds a copy of a file. One that cannot be read is told in the manifest, and the rest goes on.</summary>
    public async Task AddFileAsync(string name, TenantFile file, CancellationToken cancellationToken)
    {
        Stream content;
        try
        {
            content = await file.OpenAsync(cancellationToken);
        }
        catch (Exception e) when (e is StageException or IOException or Secrets.SecretException)
        {
            _unreadable.Add($"{name}: {e.Message}");
            return;
        }

        await using (content)
        {
            await using var entry = await OpenAsync(name, cancellationToken);
            try
            {
                await content.CopyToAsync(entry, cancellationToken);
            }
            catch (CryptographicException e)
            {
                _unreadable.Add($"{name}: {e.Message}");
            }

            _files.Add(entry.Done(name, rows: null));
        }
    }

    public async Task FinishAsync(string what, Guid id, IEnumerable<string> leftOut, CancellationToken cancellationToken)
    {
        var manifest = new ExportManifest { What = what, Id = id, At = _at, Files = _files, LeftOut = [.. leftOut], Unreadable = _unreadable };
        await using var entry = await OpenAsync("manifest.json", cancellationToken);
        await entry.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(manifest, ArtifactJson.Indented), cancellationToken);
    }

    public void Dispose() => _zip.Dispose();

    private async Task<HashingStream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _at;
        return new(await entry.OpenAsync(cancellationToken));
    }

    private sealed class HashingStream(Stream inner) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _bytes;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _bytes;

        public override long Position { get => _bytes; set => throw new NotSupportedException(); }

        public ExportFile Done(string name, long? rows) => new(name, _bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()), rows);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hash.AppendData(buffer.Span);
            _bytes += buffer.Length;
            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            _hash.Dispose();
            await base.DisposeAsync();
        }
    }
}
