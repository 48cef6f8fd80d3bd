using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TestForge.Engine.Discovery.Robots;

/// <summary>The addresses in one sitemap file: XML or one a line, packed or not (sitemaps.org).</summary>
/// <param name="Pages">Pages, as written.</param>
/// <param name="Sitemaps">Further sitemaps, when the file is an index.</param>
internal sealed record Sitemap(IReadOnlyList<string> Pages, IReadOnlyList<string> Sitemaps)
{
    /// <summary>The protocol allows as many in one file.</summary>
    private const int MaxAddresses = 50_000;
    private const int MaxCharacters = 2_048;

    /// <summary>Reads what can be read; a file that is broken or cut off gives what comes before that.</summary>
    /// <param name="body">The file.</param>
    /// <param name="maxBytes">Most bytes unpacked.</param>
    public static Sitemap Read(byte[] body, int maxBytes)
    {
        using var stream = Unpacked(body, maxBytes);
        var start = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)Math.Min(stream.Length, 200)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith('<') ? ReadXml(stream) : new(ReadLines(stream), []);
    }

    private static MemoryStream Unpacked(byte[] body, int maxBytes)
    {
        var result = new MemoryStream();
        if (body is [0x1F, 0x8B, ..])
        {
            using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            try
            {
                var buffer = new byte[64 * 1024];
                for (int read; result.Length < maxBytes && (read = gzip.Read(buffer)) > 0;)
                {
                    result.Write(buffer, 0, read);
                }
            }
            catch (InvalidDataException)
            {
                // Cut off or broken: what came out before it counts.
            }
        }
        else
        {
            result.Write(body, 0, Math.Min(body.Length, maxBytes));
        }

        result.Position = 0;
        return result;
    }

    private static Sitemap ReadXml(MemoryStream stream)
    {
        var pages = new List<string>();
        var sitemaps = new List<string>();
        try
        {
            using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            var index = false;
            while (xml.Read() && pages.Count + sitemaps.Count < MaxAddresses)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                index |= xml.LocalName == "sitemapindex";
                if (xml.LocalName == "loc" && xml.Depth == 2)
                {
                    Add(index ? sitemaps : pages, xml.ReadString());
                }
                else if (xml.LocalName == "link" && xml.GetAttribute("rel") == "alternate")
                {
                    Add(pages, xml.GetAttribute("href"));
                }
            }
        }
        catch (XmlException)
        {
            // What was read before it counts.
        }

        return new(pages, sitemaps);
    }

    private static List<string> ReadLines(MemoryStream stream)
    {
        var pages = new List<string>();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (pages.Count < MaxAddresses && reader.ReadLine() is { } line)
        {
            Add(pages, line);
        }

        return pages;
    }

    private static void Add(List<string> addresses, string? address)
    {
        if (address?.Trim() is { Length: > 0 and <= MaxCharacters } text)
        {
            addresses.Add(text);
        }
    }
}
