using System.IO.Compression;
using System.Text;
using TestForge.Engine.Discovery.Robots;

namespace TestForge.Engine.Tests.Discovery.Robots;

public sealed class SitemapTests
{
    private const int Limit = 1024 * 1024;
    private const string Two = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc> http://shop.example/a?x=1&amp;y=2 </loc><lastmod>2026-01-01</lastmod><image:image><image:loc>http://shop.example/a.png</image:loc></image:image></url>
          <url><loc>http://shop.example/b</loc><xhtml:link rel="alternate" hreflang="de" href="http://shop.example/de/b"/></url>
        </urlset>
        """;

    [Fact]
    public void Pages_and_their_other_languages_are_read_and_pictures_are_not() =>
        Read(Two).Pages.ShouldBe(["http://shop.example/a?x=1&y=2", "http://shop.example/b", "http://shop.example/de/b"]);

    [Fact]
    public void A_packed_file_is_the_same_file()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Two));
        }

        Sitemap.Read(packed.ToArray(), Limit).Pages.Count.ShouldBe(3);
        Sitemap.Read(packed.ToArray()[..^40], Limit).Pages.Count.ShouldBeLessThan(4);
    }

    [Fact]
    public void An_index_names_sitemaps()
    {
        var index = Read("<sitemapindex><sitemap><loc>http://shop.example/s1.xml</loc></sitemap><sitemap><loc>/s2.xml.gz</loc></sitemap></sitemapindex>");

        index.Sitemaps.ShouldBe(["http://shop.example/s1.xml", "/s2.xml.gz"]);
        index.Pages.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_lines_is_a_sitemap_too() => Read("\uFEFFhttp://shop.example/a\r\n\r\nhttp://shop.example/b\n").Pages.Count.ShouldBe(2);

    [Fact]
    public void What_comes_before_the_damage_counts() =>
        Read("<urlset><url><loc>http://shop.example/a</loc></url><url><loc>http://shop.example/b</lo").Pages.ShouldBe(["http://shop.example/a"]);

    [Fact]
    public void Entities_are_not_expanded() =>
        Read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&e;</loc></url></urlset>").Pages.ShouldBeEmpty();

    [Fact]
    public void A_file_that_unpacks_to_more_than_the_limit_is_cut()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("http://shop.example/a\n"));
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(new byte[Limit]);
            }
        }

        Sitemap.Read(packed.ToArray(), Limit).Pages[0].ShouldBe("http://shop.example/a");
    }

    private static Sitemap Read(string text) => Sitemap.Read(Encoding.UTF8.GetBytes(text), Limit);
}
