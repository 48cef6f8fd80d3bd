using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Which pages need no picture is known before they are merged.</summary>
public sealed class PageLikenessTests
{
    private readonly PageLikeness _likeness = new();

    [Fact]
    public void The_next_of_numbered_pages_is_known_once_the_first_is_kept()
    {
        _likeness.Knows(Page("/item/1")).ShouldBeFalse();
        Place("/item/1", 0).ShouldBeNull();

        _likeness.Knows(Page("/item/2")).ShouldBeTrue();
        Place("/item/2", 1).ShouldBe(0);
        _likeness.Knows(Page("/item/2", status: 404)).ShouldBeFalse();
        _likeness.Knows(Page("/item/2", fingerprint: "other")).ShouldBeFalse();
    }

    [Fact]
    public void Pages_whose_parameters_differ_in_words_are_known_once_three_are_kept()
    {
        for (var i = 0; i < 3; i++)
        {
            _likeness.Knows(Page($"/show?page={"abc"[i]}")).ShouldBeFalse();
            Place($"/show?page={"abc"[i]}", i).ShouldBeNull();
        }

        _likeness.Knows(Page("/show?page=d")).ShouldBeTrue();
        Place("/show?page=d", 3).ShouldBe(0);
    }

    [Fact]
    public void A_page_that_could_not_be_read_is_like_none()
    {
        _likeness.Knows(new(PageOutcome.Timeout)).ShouldBeFalse();
        Place("/1", 0, fingerprint: "").ShouldBeNull();
        Place("/2", 1, fingerprint: "").ShouldBeNull();
    }

    [Fact]
    public void Pages_of_a_folder_that_words_alone_tell_apart_are_known_once_ten_are_kept()
    {
        var words = Enumerable.Range(0, 12).Select(i => $"{(char)('a' + i)}-shoe").ToArray();
        for (var i = 0; i < 10; i++)
        {
            Place($"/shop/{words[i]}", i).ShouldBeNull();
        }

        _likeness.Knows(Page("/shop/k-shoe")).ShouldBeTrue();
        Place("/shop/k-shoe", 10).ShouldBe(0);
        _likeness.Knows(Page("/about/k-shoe")).ShouldBeFalse();
        _likeness.Knows(Page("/shop/sale/k-shoe")).ShouldBeFalse();
        _likeness.Knows(Page("/shop/k-shoe?colour=red")).ShouldBeFalse();
    }

    [Fact]
    public void A_page_with_a_fault_is_kept_beside_those_without()
    {
        Place("/item/1", 0).ShouldBeNull();

        Place("/item/2", 1, broken: "http://a.test/x.png").ShouldBeNull();
        Place("/item/3", 2, broken: "http://a.test/y.png").ShouldBe(1);
        _likeness.Knows(Page("/item/4") with { Console = [new("error", "lost")] }).ShouldBeTrue();
        _likeness.Knows(Page("/item/4")).ShouldBeTrue();
    }

    private int? Place(string path, int number, string fingerprint = "look", string? broken = null) => _likeness.Place(
        new("http://a.test" + path), new() { Id = "p", Url = "http://a.test" + path, Fingerprint = fingerprint, Status = 200, BrokenImages = broken is null ? [] : [broken] }, null, number);

    private static VisitedPage Page(string path, string fingerprint = "look", int status = 200)
    {
        var url = "http://a.test" + path;
        return new(PageOutcome.Ok) { Url = new(url), Status = status, Facts = new PageFacts { Url = url, Fingerprint = fingerprint } };
    }
}
