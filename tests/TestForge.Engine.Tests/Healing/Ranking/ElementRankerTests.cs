using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing.Ranking;

public sealed class ElementRankerTests
{
    [Fact]
    public void A_renamed_and_moved_button_is_found_among_others()
    {
        var wanted = Button("Place order", 100, 400) with { Id = "place-order", Classes = ["btn", "btn-primary"] };
        var renamed = Button("Place your order", 500, 900) with { Id = "orderPlace", Classes = ["button", "button--primary"] };

        Rank(wanted, [Button("Cancel", 100, 400), renamed, Button("Continue shopping", 300, 400)])[0].Print.ShouldBe(renamed);
    }

    [Fact]
    public void Icons_without_text_are_told_apart_by_the_rare_words_of_their_addresses()
    {
        var wanted = Icon("/out?page-action=fol_tw", 200, 40);
        ElementFingerprint[] page = [Icon("/leave?to=a&page-action=fol_fb", 200, 900), Icon("/leave?to=b&page-action=fol_tw", 260, 900), Icon("/leave?to=c&page-action=fol_yt", 320, 900)];

        Rank(wanted, page)[0].Print.ShouldBe(page[1]);
    }

    [Fact]
    public void What_another_known_element_is_more_like_is_left_to_it()
    {
        var first = Button("Delete", 100, 100);
        var second = Button("Delete", 100, 200);
        ElementFingerprint[] page = [Button("Delete", 100, 110), Button("Delete", 100, 210)];

        var ranked = ElementRanker.Default.Rank(second, new(page), new([first]));

        ranked[0].Print.ShouldBe(page[1]);
        ranked[1].Claim.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Where_the_elements_around_it_went_tells_which_of_two_look_alikes_it_is()
    {
        var wanted = Button("Edit", 400, 300);
        ElementFingerprint[] around = [Button("Name", 100, 300), Button("Address", 200, 300), Button("Phone", 300, 300)];

        // A banner moved everything down by 300 pixels; the button of the row above stands where the other stood.
        ElementFingerprint[] moved = [.. around.Select(a => a with { Box = a.Box with { Y = 600 } })];
        ElementFingerprint[] page = [Button("Edit", 400, 300), Button("Edit", 400, 600), .. moved];

        ElementRanker.Default.Rank(wanted, new(page), new(around))[0].Print.ShouldBe(page[1]);
        ElementRanker.Default.Rank(wanted, new(page), Surroundings.None)[0].Print.ShouldBe(page[0]);
    }

    [Fact]
    public void The_same_name_in_a_frame_is_worth_less()
    {
        var wanted = Button("Pay", 100, 100);
        var inFrame = wanted with { Frames = ["#pay"] };

        var ranked = Rank(wanted, [inFrame, Button("Pay now", 120, 140)]);

        ranked[0].Print.Frames.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_leads_nowhere_tells_nothing()
    {
        ElementRanker.Signals(Icon("#", 1, 1), Icon("/cart", 1, 1)).Keys.ShouldNotContain("href");
        ElementRanker.Signals(Icon("javascript:void(0)", 1, 1), Icon("/cart", 1, 1)).Keys.ShouldNotContain("rare-href");
    }

    [Fact]
    public void Every_signal_has_a_weight_and_every_weight_a_signal()
    {
        var likeness = new double[SimilarityWeights.Count];
        foreach (var signal in Enum.GetValues<Signal>())
        {
            Array.Fill(likeness, 0);
            likeness[(int)signal] = 1;
            SimilarityWeights.Default.Score(likeness).ShouldBeGreaterThan(0, signal.ToString());
        }
    }

    private static IReadOnlyList<RankedElement> Rank(ElementFingerprint wanted, ElementFingerprint[] page) => ElementRanker.Default.Rank(wanted, new(page), Surroundings.None);

    private static ElementFingerprint Button(string name, double x, double y) => new()
    {
        Tag = "button",
        Role = "button",
        Name = name,
        Text = name,
        Box = new(x, y, 80, 30),
        Path = "html/body/main/button",
    };

    private static ElementFingerprint Icon(string href, double x, double y) => new()
    {
        Tag = "a",
        Role = "link",
        Href = href,
        Box = new(x, y, 40, 40),
        Path = "html/body/footer/a",
    };
}
