using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Values;

/// <summary>A small valid file for a file field.</summary>
/// <param name="Name">Its name, which says where it comes from.</param>
/// <param name="MimeType">Its media type.</param>
/// <param name="Content">Its bytes; the same each time.</param>
internal sealed partial record SampleFile(string Name, string MimeType, byte[] Content)
{
    private const string Stem = "testforge-sample";
    private const string Row = "name,amount\r\nSample,2\r\n";
    private const string Words = "A sample text.\n";

    /// <summary>Each kind by extension; aliases lead to the first name. The first of a family serves for the whole family.</summary>
    private static readonly (string Extension, string MimeType, Func<byte[]> Make, string[] Aliases)[] Kinds =
    [
        ("png", "image/png", SampleImages.Png, []),
        ("jpg", "image/jpeg", SampleImages.Jpeg, ["jpeg", "jfif", "image/jpg", "image/pjpeg"]),
        ("gif", "image/gif", SampleImages.Gif, []),
        ("webp", "image/webp", SampleImages.WebP, []),
        ("bmp", "image/bmp", SampleImages.Bmp, ["image/x-ms-bmp"]),
        ("svg", "image/svg+xml", SampleImages.Svg, []),
        ("txt", "text/plain", () => Text(Words), ["text", "log"]),
        ("csv", "text/csv", () => Text(Row), ["application/csv"]),
        ("md", "text/markdown", () => Text("# Sample\n\nA sample text.\n"), ["markdown"]),
        ("html", "text/html", () => Text("<!doctype html><title>Sample</title><p>A sample text.</p>\n"), ["htm"]),
        ("json", "application/json", () => Text("{\"name\": \"Sample\", \"amount\": 2}\n"), ["text/json"]),
        ("xml", "application/xml", () => Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sample>A sample text.</sample>\n"), ["text/xml"]),
        ("yaml", "application/yaml", () => Text("name: Sample\namount: 2\n"), ["yml", "text/yaml", "application/x-yaml"]),
        ("pdf", "application/pdf", SampleDocuments.Pdf, ["application/x-pdf"]),
        ("zip", "application/zip", SampleDocuments.Zip, ["application/x-zip-compressed", "application/x-zip"]),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SampleDocuments.Docx, ["doc", "application/msword"]),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SampleDocuments.Xlsx, ["xls", "application/vnd.ms-excel"]),
        ("rtf", "application/rtf", () => Text("{\\rtf1\\ansi A sample text.}"), ["text/rtf"]),
        ("ics", "text/calendar", () => Text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//TestForge//Sample//EN\r\nEND:VCALENDAR\r\n"), []),
        ("vcf", "text/vcard", () => Text("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Sample;Alex;;;\r\nFN:Alex Sample\r\nEND:VCARD\r\n"), ["text/x-vcard"]),
        ("wav", "audio/wav", SampleMedia.Wav, ["wave", "audio/x-wav", "audio/wave"]),
        ("mp3", "audio/mpeg", SampleMedia.Mp3, ["audio/mp3"]),
        ("mp4", "video/mp4", SampleMedia.Mp4, ["m4v", "mov", "video/quicktime"]),
    ];

    /// <summary>Makes a file of the first kind that an <c>accept</c> attribute names and that can be made; a text when it names none.</summary>
    public static SampleFile For(string? accept)
    {
        var wanted = (accept ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split(';')[0].Trim().TrimStart('.').ToLowerInvariant()).ToArray();
        foreach (var token in wanted)
        {
            var found = Array.FindIndex(Kinds, k => k.Extension == token || k.MimeType == token || k.Aliases.Contains(token) || IsFamily(token, k.MimeType));
            if (found >= 0)
            {
                var kind = Kinds[found];

                // Whoever asks for .jpeg looks at the name, so it has that ending; an old Office format is answered by its successor.
                var ending = IsSameFormat(token) ? token : kind.Extension;
                return new($"{Stem}.{ending}", kind.MimeType, kind.Make());
            }
        }

        // A kind that is not known: its name is right, its content cannot be.
        return Array.Find(wanted, t => Extension().IsMatch(t)) is { } extension
            ? new($"{Stem}.{extension}", "application/octet-stream", Text(Words))
            : new($"{Stem}.txt", "text/plain", Text(Words));
    }

    private static bool IsFamily(string token, string mimeType) =>
        token is "*/*" or "*" ? mimeType == "text/plain" : token.EndsWith("/*", StringComparison.Ordinal) && mimeType.StartsWith(token[..^1], StringComparison.Ordinal);

    private static bool IsSameFormat(string token) => token is "jpeg" or "jfif" or "htm" or "yml" or "wave" or "text" or "log" or "markdown";

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex("^[a-z0-9]{1,10}$")]
    private static partial Regex Extension();
}
