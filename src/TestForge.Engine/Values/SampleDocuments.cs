using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TestForge.Engine.Values;

/// <summary>Small documents with one line of text.</summary>
internal static class SampleDocuments
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset Written = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>ISO 32000-1: five objects, the table of where each begins, and the trailer.</summary>
    public static byte[] Pdf()
    {
        const string Content = "BT /F1 24 Tf 20 100 Td (A sample text.) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 240 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {Content.Length} >>\nstream\n{Content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    public static byte[] Zip() => Packed(("sample.txt", "A sample text.\n"));

    /// <summary>ECMA-376: the types, the way to the document, and a document of one paragraph.</summary>
    public static byte[] Docx() => Packed(
        Types(("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
        ("_rels/.rels", Ways($"{Office}/officeDocument", "word/document.xml")),
        ("word/document.xml", $"{Head}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>A sample text.</w:t></w:r></w:p></w:body></w:document>"));

    /// <summary>ECMA-376: the types, the ways, a workbook, and a sheet of one cell.</summary>
    public static byte[] Xlsx() => Packed(
        Types(
            ("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
            ("/xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")),
        ("_rels/.rels", Ways($"{Office}/officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", $"{Head}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Sample\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Ways($"{Office}/worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", $"{Head}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Sample</t></is></c></row></sheetData></worksheet>"));

    private static (string Name, string Text) Types(params (string Part, string Type)[] parts) => (
        "[Content_Types].xml",
        $"{Head}<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + string.Concat(parts.Select(p => $"<Override PartName=\"{p.Part}\" ContentType=\"{p.Type}\"/>")) + "</Types>");

    private static string Ways(string type, string target) =>
        $"{Head}<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"r1\" Type=\"{type}\" Target=\"{target}\"/></Relationships>";

    private static byte[] Packed(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = Written;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
