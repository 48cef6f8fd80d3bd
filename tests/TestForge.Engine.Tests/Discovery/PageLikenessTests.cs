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
        _likeness.Place(new("http://a.test/1"), "", 200, null, 0).ShouldBeNull();
        _likeness.Place(new("http://a.test/2"), "", 200, null, 1).ShouldBeNull();
    }

    private int? Place(string path, int number) => _likeness.Place(new("http://a.test" + path), "look", 200, null, number);

    private static VisitedPage Page(string path, string fingerprint = "look", int status = 200)
    {
        var url = "http://a.test" + path;
        return new(PageOutcome.Ok) { Url = new(url), Status = status, Facts = new PageFacts { Url = url, Fingerprint = fingerprint } };
    }
}
