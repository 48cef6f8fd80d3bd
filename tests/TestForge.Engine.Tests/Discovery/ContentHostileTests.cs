using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Pages whose content is deep, long or not what it seems.</summary>
public sealed class ContentHostileTests
{
    [Fact]
    public async Task Elements_ten_frames_deep_are_found_with_their_frames()
    {
        var page = await HostileCrawl.PageAsync("/frames/10");

        page.Outcome.ShouldBe(PageOutcome.Ok);
        page.Elements.Where(e => e.Print.Name == "Deep button").ShouldHaveSingleItem().Print.Frames.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Elements_in_open_shadow_roots_are_found()
    {
        var page = await HostileCrawl.PageAsync("/shadow");

        page.Elements.Single(e => e.Print.Name == "Outer button").Print.ShadowDepth.ShouldBe(1);
        page.Elements.Single(e => e.Print.Name == "Inner button").Print.ShadowDepth.ShouldBe(2);
    }

    [Fact]
    public async Task Right_to_left_text_and_emoji_are_kept()
    {
        var page = await HostileCrawl.PageAsync("/scripts-of-the-world");

        page.Title.ShouldBe("مرحبا بالعالم 👩‍👩‍👧");
        page.Headings.ShouldHaveSingleItem().Text.ShouldBe("שלום עולם");
        page.Elements.ShouldContain(e => e.Print.Name == "Send 🚀");
    }

    [Fact]
    public async Task Markup_in_titles_and_labels_stays_text()
    {
        var page = await HostileCrawl.PageAsync("/markup");

        page.Title.ShouldBe("<script>alert(1)</script>");
        page.Elements.ShouldContain(e => e.Print.Label == "<img src=x onerror=alert(1)>");
    }

    [Fact]
    public async Task A_name_that_climbs_folders_is_only_text()
    {
        var page = await HostileCrawl.PageAsync("/path");

        page.Title.ShouldBe("../../x");
        page.Screenshot.ShouldNotBeNull();
        page.Elements.ShouldContain(e => e.Print.Id == "../../x");
        File.Exists(Path.Combine(Path.GetTempPath(), "x")).ShouldBeFalse();
    }

    [Fact]
    public async Task Control_characters_and_direction_overrides_are_dropped()
    {
        var page = await HostileCrawl.PageAsync("/controls");

        page.Title.ShouldBe("Safeexe.txt[31m");
        page.Headings.ShouldHaveSingleItem().Text.ShouldBe("Heading");
        var print = page.Elements.Single(e => e.Print.Tag == "button").Print;
        print.Name.ShouldBe("Button");
        print.TestId.ShouldBeNull();
        print.NameAttribute.ShouldBeNull();
        print.Role.ShouldBeEmpty();
    }

    [Fact]
    public async Task Very_long_texts_are_cut()
    {
        var page = await HostileCrawl.PageAsync("/long");

        page.Title.Length.ShouldBe(200);
        page.Headings.ShouldHaveSingleItem().Text.Length.ShouldBe(200);
        var print = page.Elements.Single(e => e.Print.Tag == "button").Print;
        print.TestId.ShouldBeNull();
        print.NameAttribute.ShouldBeNull();
        print.Role.ShouldBeEmpty();
    }
}
