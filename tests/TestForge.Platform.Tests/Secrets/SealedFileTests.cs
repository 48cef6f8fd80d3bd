using System.Security.Cryptography;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Tests.Secrets;

public sealed class SealedFileTests
{
    private const string Context = "artifact|t|abc";

    private static readonly Guid KeyId = Guid.CreateVersion7();
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedFile.ChunkBytes - 1)]
    [InlineData(SealedFile.ChunkBytes)]
    [InlineData(SealedFile.ChunkBytes + 1)]
    [InlineData((3 * SealedFile.ChunkBytes) + 17)]
    public async Task What_was_written_is_read_whole_and_in_parts(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var file = await SealAsync(content);

        await using var stream = await OpenAsync(file);
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Token);

        stream.Length.ShouldBe(length);
        whole.ToArray().ShouldBe(content);
        for (var i = 0; i < 20 && length > 0; i++)
        {
            var at = Random.Shared.Next(length);
            var part = new byte[Math.Min(100_000, length - at)];
            stream.Position = at;
            await stream.ReadExactlyAsync(part, Token);
            part.ShouldBe(content[at..(at + part.Length)]);
        }
    }

    [Fact]
    public async Task The_file_does_not_hold_the_content_and_is_another_each_time()
    {
        var content = Enumerable.Repeat((byte)'x', 1_000).ToArray();

        var (first, second) = (await SealAsync(content), await SealAsync(content));

        first.AsSpan().IndexOf("xxxx"u8).ShouldBe(-1);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task A_part_is_read_without_the_chunks_before_it()
    {
        var content = RandomNumberGenerator.GetBytes(10 * SealedFile.ChunkBytes);
        var file = new CountingStream(await SealAsync(content));
        await using var stream = await SealedFileStream.OpenAsync(file, _ => Task.FromResult(Key), Context, Token);
        var before = file.BytesRead;

        stream.Position = 9 * SealedFile.ChunkBytes;
        await stream.ReadExactlyAsync(new byte[10], Token);

        (file.BytesRead - before).ShouldBe(SealedFile.ChunkBytes + SealedFile.TagBytes);
    }

    [Fact]
    public async Task Any_changed_byte_is_noticed()
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes(200));

        for (var i = 0; i < file.Length; i++)
        {
            var touched = (byte[])file.Clone();
            touched[i] ^= 1;
            await RefusedAsync(touched, $"byte {i}");
        }
    }

    [Fact]
    public async Task Chunks_that_are_swapped_left_out_repeated_or_of_another_file_are_noticed()
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes(3 * SealedFile.ChunkBytes));
        var other = await SealAsync(RandomNumberGenerator.GetBytes(3 * SealedFile.ChunkBytes));
        const int Size = SealedFile.ChunkBytes + SealedFile.TagBytes;
        byte[] Chunk(byte[] of, int number) => of[(SealedFile.HeaderBytes + (number * Size))..(SealedFile.HeaderBytes + ((number + 1) * Size))];
        var header = file[..SealedFile.HeaderBytes];

        await RefusedAsync([.. header, .. Chunk(file, 1), .. Chunk(file, 0), .. Chunk(file, 2)], "swapped");
        await RefusedAsync([.. header, .. Chunk(file, 0), .. Chunk(file, 1)], "cut at a chunk");
        await RefusedAsync([.. header, .. Chunk(file, 0), .. Chunk(file, 1), .. Chunk(file, 2), .. Chunk(file, 2)], "longer");
        await RefusedAsync([.. header, .. Chunk(file, 0), .. Chunk(other, 1), .. Chunk(file, 2)], "of another file");
        await RefusedAsync(file[..^1], "cut by a byte");
        await RefusedAsync(file[..20], "cut in the header");
        await RefusedAsync([], "empty");
    }

    [Fact]
    public async Task A_shorter_length_in_the_header_hides_no_chunk()
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes(2 * SealedFile.ChunkBytes));
        var cut = file[..(SealedFile.HeaderBytes + SealedFile.ChunkBytes + SealedFile.TagBytes)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(cut.AsSpan(36), SealedFile.ChunkBytes);

        await RefusedAsync(cut, "shortened");
    }

    [Fact]
    public async Task A_file_opens_neither_as_another_nor_with_another_key()
    {
        var file = await SealAsync([1, 2, 3]);

        await Should.ThrowAsync<CryptographicException>(async () => await SealedFileStream.OpenAsync(new MemoryStream(file), _ => Task.FromResult(Key), "artifact|t|other", Token));
        await Should.ThrowAsync<CryptographicException>(async () => await SealedFileStream.OpenAsync(new MemoryStream(file), _ => Task.FromResult(RandomNumberGenerator.GetBytes(32)), Context, Token));
    }

    private static async Task<byte[]> SealAsync(byte[] content)
    {
        using var file = new MemoryStream();
        await SealedFile.WriteAsync(KeyId, Key, Context, content, file, Token);
        return file.ToArray();
    }

    private static async Task<Stream> OpenAsync(byte[] file) => await SealedFileStream.OpenAsync(
        new MemoryStream(file),
        id =>
        {
            id.ShouldBe(KeyId);
            return Task.FromResult(Key);
        },
        Context,
        Token);

    // A key by another id is another key, as it is outside of tests.
    private static Task<CryptographicException> RefusedAsync(byte[] file, string why) => Should.ThrowAsync<CryptographicException>(
        async () =>
        {
            await using var stream = await SealedFileStream.OpenAsync(new MemoryStream(file), id => Task.FromResult(id == KeyId ? Key : new byte[32]), Context, Token);
            await stream.CopyToAsync(Stream.Null, Token);
        },
        why);

    private sealed class CountingStream(byte[] content) : MemoryStream(content)
    {
        public long BytesRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            BytesRead += read;
            return read;
        }
    }
}
