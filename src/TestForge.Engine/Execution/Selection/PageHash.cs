using System.Security.Cryptography;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>
/// Hash of what a case can notice of a page as discovery saw it: status, structure, title, headings, the names and roles of
/// elements, forms with their rules, and links. Times, pictures, places on the screen and messages of the console are left out.
/// </summary>
internal static class PageHash
{
    public static string Of(SitePage page)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                page.Status,
                page.Outcome,
                page.Fingerprint,
                page.Title,
                page.Language,
                page.Landmarks,
                Headers = page.SecurityHeaders.OrderBy(h => h.Key, StringComparer.Ordinal),
                page.BrokenImages,
                Headings = page.Headings.Select(h => $"{h.Level} {h.Text}"),
                Elements = page.Elements.Select(e => new { e.Visible, e.Print.Role, e.Print.Name, e.Print.Text, e.Print.TestId, e.Print.Type }),

                // Ids hold the number of the page, which may be another in the next map.
                Forms = page.Forms.Select(f => new { f.Name, f.Purpose, f.Method, f.Action, f.NoValidate, Fields = f.Fields.Select(x => x with { ElementId = "" }) }),
                Links = page.Links.Select(l => new { l.Url, l.Text, l.Source }),
            },
            ArtifactJson.Compact);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
