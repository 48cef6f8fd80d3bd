using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Screenshots as data addresses, within what a file people send around may weigh.</summary>
internal sealed class ReportImages
{
    /// <summary>Mail servers commonly refuse attachments above 10 MB; the text needs its share too.</summary>
    public const int MaxTotalBytes = 8 * 1024 * 1024;

    /// <summary>Keeps one endless page from taking the room of all others.</summary>
    public const int MaxImageBytes = 1024 * 1024;

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    private ReportImages()
    {
    }

    /// <summary>How many pictures were not taken in, for want of room or because they are gone.</summary>
    public int LeftOut { get; private set; }

    public string? AddressOf(ReportEvidence? picture) => picture is null ? null : _addresses.GetValueOrDefault(picture.Sha256);

    /// <summary>Takes pictures in the order given, as long as there is room.</summary>
    public static async Task<ReportImages> LoadAsync(IArtifactStore store, IEnumerable<ReportEvidence> pictures, CancellationToken cancellationToken)
    {
        var images = new ReportImages();
        var used = 0L;
        foreach (var picture in pictures.DistinctBy(p => p.Sha256))
        {
            var encoded = (picture.Length + 2) / 3 * 4;
            if (encoded <= MaxImageBytes && used + encoded <= MaxTotalBytes
                && await ReadAsync(store, picture, cancellationToken) is { } address)
            {
                images._addresses[picture.Sha256] = address;
                used += encoded;
            }
            else
            {
                images.LeftOut++;
            }
        }

        return images;
    }

    private static async Task<string?> ReadAsync(IArtifactStore store, ReportEvidence picture, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await store.OpenAsync(picture.ToRef(), cancellationToken);
            using var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer, cancellationToken);
            var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
            return MediaTypeOf(bytes) is { } type ? $"data:{type};base64,{Convert.ToBase64String(bytes)}" : null;
        }
        catch (StageException)
        {
            // A report without one picture is worth more than no report.
            return null;
        }
    }

    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
