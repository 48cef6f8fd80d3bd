using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TestForge.Engine.Browser;
using TestForge.Engine.Values;

namespace TestForge.Engine.Tests.Values;

public sealed partial class SampleFileTests
{
    [Theory]
    [InlineData(null, "testforge-sample.txt", "text/plain")]
    [InlineData("", "testforge-sample.txt", "text/plain")]
    [InlineData("*/*", "testforge-sample.txt", "text/plain")]
    [InlineData("image/*", "testforge-sample.png", "image/png")]
    [InlineData("image/jpeg", "testforge-sample.jpg", "image/jpeg")]
    [InlineData(".JPEG, .png", "testforge-sample.jpeg", "image/jpeg")]
    [InlineData(".dwg, .pdf", "testforge-sample.pdf", "application/pdf")]
    [InlineData("application/vnd.ms-excel,.csv", "testforge-sample.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("audio/*", "testforge-sample.wav", "audio/wav")]
    [InlineData("video/*", "testforge-sample.mp4", "video/mp4")]
    [InlineData(".dwg", "testforge-sample.dwg", "application/octet-stream")]
    [InlineData("../../x,<script>", "testforge-sample.txt", "text/plain")]
    public void The_first_kind_that_can_be_made_is_made(string? accept, string name, string mimeType)
    {
        var file = SampleFile.For(accept);

        (file.Name, file.MimeType).ShouldBe((name, mimeType));
        file.Content.Length.ShouldBeInRange(10, 20_000);
        SampleFile.For(accept).Content.ShouldBe(file.Content);
    }

    [Fact]
    public async Task The_browser_decodes_pictures_and_sounds()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = "<!doctype html><title>x</title>" });
        await using var session = await BrowserSession.OpenAsync(rig.Browser, new(), TestContext.Current.CancellationToken);
        await session.Page.GotoAsync(rig.Url.AbsoluteUri);
        foreach (var kind in (string[])[".png", ".jpg", ".gif", ".webp", ".bmp", ".svg"])
        {
            var file = SampleFile.For(kind);
            var side = await session.Page.EvaluateAsync<int>(
                "async (url) => { const i = new Image(); i.src = url; await i.decode(); return i.naturalWidth; }",
                $"data:{file.MimeType};base64,{Convert.ToBase64String(file.Content)}");
            side.ShouldBeGreaterThan(0, kind);
        }

        foreach (var kind in (string[])[".wav", ".mp3"])
        {
            var seconds = await session.Page.EvaluateAsync<double>(
                "async (text) => (await new OfflineAudioContext(1, 8000, 8000).decodeAudioData(Uint8Array.from(atob(text), c => c.charCodeAt(0)).buffer)).duration",
                Convert.ToBase64String(SampleFile.For(kind).Content));
            seconds.ShouldBeInRange(0.1, 0.5, kind);
        }
    }

    [Theory]
    [InlineData(".zip", "sample.txt")]
    [InlineData(".docx", "word/document.xml")]
    [InlineData(".xlsx", "xl/worksheets/sheet1.xml")]
    public void Archives_can_be_opened_and_their_parts_are_well_formed(string kind, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(SampleFile.For(kind).Content));

        archive.Entries.Select(e => e.FullName).ShouldContain(part);
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith("xml", StringComparison.Ordinal) || e.FullName.EndsWith("rels", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            XDocument.Load(stream).Root.ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_table_of_the_pdf_says_where_its_objects_are()
    {
        var text = Encoding.ASCII.GetString(SampleFile.For(".pdf").Content);

        var offsets = Entry().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        offsets.Length.ShouldBe(5);
        offsets.Select((at, i) => text.AsSpan(at).StartsWith($"{i + 1} 0 obj", StringComparison.Ordinal)).ShouldAllBe(right => right);
        var table = int.Parse(text.Split("startxref\n")[1].Split('\n')[0], CultureInfo.InvariantCulture);
        text.AsSpan(table).StartsWith("xref", StringComparison.Ordinal).ShouldBeTrue();
    }

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex Entry();
}
