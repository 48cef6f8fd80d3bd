using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Pages whose scripts fight whoever looks at them.</summary>
public sealed class ScriptHostileTests
{
    [Fact]
    public async Task Dialogs_without_end_are_named()
    {
        var page = await HostileCrawl.PageAsync("/alerts");

        page.Outcome.ShouldBe(PageOutcome.Crashed);
        page.OutcomeDetail.ShouldBe("the page opens dialogs without end");
    }

    [Fact]
    public async Task A_page_that_does_not_want_to_be_left_is_left()
    {
        var page = await HostileCrawl.PageAsync("/unload");

        page.Outcome.ShouldBe(PageOutcome.Ok);
        page.Elements.ShouldContain(e => e.Print.Name == "Press");
    }

    [Fact]
    public async Task Popups_are_closed()
    {
        var page = await HostileCrawl.PageAsync("/popups");

        page.Outcome.ShouldBe(PageOutcome.Ok);
    }

    [Fact]
    public async Task A_page_that_hangs_is_given_up()
    {
        var page = await HostileCrawl.PageAsync("/hang");

        page.Outcome.ShouldBe(PageOutcome.Crashed);
        page.OutcomeDetail.ShouldBe("the page stopped answering: a script of it runs without end");
    }

    [Fact]
    public async Task A_page_that_hangs_when_clicked_is_kept_as_it_was_read()
    {
        var page = await HostileCrawl.PageAsync("/hang-later");

        page.Outcome.ShouldBe(PageOutcome.Ok);
        page.Elements.ShouldContain(e => e.Print.Name == "Press");
    }

    [Theory]
    [InlineData("/away")]
    [InlineData("/refresh-for-ever")]
    public async Task A_page_that_navigates_for_ever_is_given_up(string path)
    {
        var page = await HostileCrawl.PageAsync(path);

        page.Outcome.ShouldBe(PageOutcome.Timeout);
        page.OutcomeDetail.ShouldBe("the page keeps navigating and never stands still");
    }

    /// <summary>Some switches that make Chromium draw faster also keep it from ever calling back; then no click works either.</summary>
    [Fact]
    public async Task A_page_drawn_in_animation_frames_is_read()
    {
        var page = await HostileCrawl.PageAsync("/frames-of-animation");

        page.Elements.ShouldContain(e => e.Print.Name == "Drawn");
    }

    [Fact]
    public async Task A_page_that_refreshes_to_another_is_followed()
    {
        await using var rig = await HostileCrawl.RigAsync();

        var map = await rig.FromHomeAsync("/refresh");

        map.Page("/refreshed").Title.ShouldBe("Refreshed");
    }

    [Fact]
    public async Task A_service_worker_does_not_take_over()
    {
        await using var rig = await HostileCrawl.RigAsync();

        var map = await rig.FromHomeAsync("/worker");

        map.Page("/worker").Outcome.ShouldBe(PageOutcome.Ok);
        map.Pages.ShouldNotContain(p => p.Title == "Taken over");
    }
}
