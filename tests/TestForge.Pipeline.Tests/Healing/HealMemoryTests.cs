using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests.Healing;

public sealed class HealMemoryTests
{
    private static readonly ElementFingerprint Before = new() { Tag = "button", Role = "button", Name = "Save", TestId = "save" };
    private static readonly ElementFingerprint After = new() { Tag = "button", Role = "button", Name = "Save", TestId = "save-profile" };
    private static readonly PlanElement Element = new("p1.e1", "p1", "Save button", Locator("save"), Before);
    private static readonly Guid Run = Guid.NewGuid();

    [Fact]
    public void What_a_person_said_stays_when_the_heal_is_made_again()
    {
        var memory = Review(new HealMemory().With([Heal()], Run, Day(1)), HealReview.Approved);

        memory = memory.With([Heal() with { Proved = false }], Guid.NewGuid(), Day(2));

        var heal = memory.Heals.Single();
        heal.Review.ShouldBe(HealReview.Approved);
        heal.Seen.Select(s => s.Proved).ShouldBe([true, false]);
        heal.Proved.ShouldBeFalse();
    }

    [Fact]
    public void Who_picked_an_element_is_remembered_with_its_heal()
    {
        var memory = new HealMemory().With([Heal() with { PickedBy = "claude-sonnet-5-5" }], Run, Day(1));

        var heal = JsonSerializer.Deserialize<HealMemory>(JsonSerializer.Serialize(memory, ArtifactJson.Compact), ArtifactJson.Compact)!.Heals.Single();

        heal.PickedBy.ShouldBe("claude-sonnet-5-5");
        heal.Again(Element).PickedBy.ShouldBe("claude-sonnet-5-5");
        new HealMemory().With([Heal()], Run, Day(1)).Heals.Single().PickedBy.ShouldBeNull();
    }

    [Fact]
    public void The_same_run_is_told_once() =>
        new HealMemory().With([Heal()], Run, Day(1)).With([Heal()], Run, Day(1)).Heals.Single().Seen.Count.ShouldBe(1);

    [Fact]
    public void Only_approved_heals_of_the_same_locator_on_the_same_page_are_made_again()
    {
        var memory = new HealMemory().With([Heal()], Run, Day(1));

        memory.ApprovedFor(Element, "/profile").ShouldBeNull();
        memory = Review(memory, HealReview.Approved);
        memory.ApprovedFor(Element, "/profile")!.New.ShouldBe(Locator("save-profile"));
        memory.ApprovedFor(Element, "/other").ShouldBeNull();
        memory.ApprovedFor(Element with { Locator = Locator("other") }, "/profile").ShouldBeNull();
    }

    [Fact]
    public void A_rejected_element_stays_rejected_when_it_stands_elsewhere_and_the_plan_was_made_anew()
    {
        var memory = Review(new HealMemory().With([Heal()], Run, Day(1)), HealReview.Rejected);
        var anew = Element with { Id = "p1.e9", Locator = new() { Kind = LocatorKind.Role, Value = "button", Name = "Save" } };

        memory.IsRejected(anew, "/profile", After with { Box = new(500, 900, 10, 10), Path = "html/body/div/button" }).ShouldBeTrue();
        memory.IsRejected(anew, "/profile", Before with { TestId = "another", Name = "Send" }).ShouldBeFalse();
        memory.IsRejected(Element with { Locator = Locator("x"), Print = Before with { TestId = "x", Name = "Cancel" } }, "/profile", After).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_that_a_person_said_is_forgotten_for_want_of_room()
    {
        var memory = Review(new HealMemory().With([Heal()], Run, Day(1)), HealReview.Rejected);

        memory = memory.With(Enumerable.Range(0, 700).Select(i => Heal() with { New = Locator($"n{i}") }), Guid.NewGuid(), Day(2));

        memory.Heals.Count.ShouldBe(501);
        memory.Heals[0].Review.ShouldBe(HealReview.Rejected);
        memory.Heals[^1].New.ShouldBe(Locator("n699"));
    }

    [Fact]
    public void Survives_being_written_and_read()
    {
        var memory = Review(new HealMemory().With([Heal()], Run, Day(1)), HealReview.Approved);

        var json = JsonSerializer.Serialize(memory, ArtifactJson.Indented);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<HealMemory>(json, ArtifactJson.Compact), ArtifactJson.Indented).ShouldBe(json);
    }

    private static HealRecord Heal() => new()
    {
        ElementId = "p1.e1",
        ElementName = "Save button",
        Page = "/profile",
        Decision = HealDecision.Healed,
        Old = Element.Locator,
        New = Locator("save-profile"),
        Proved = true,
        Before = Before,
        After = After,
        Uses = ["save"],
    };

    private static HealMemory Review(HealMemory memory, HealReview review) => memory with { Heals = [.. memory.Heals.Select(h => h with { Review = review, By = "ann" })] };

    private static LocatorSpec Locator(string testId) => new() { Kind = LocatorKind.TestId, Value = testId };

    private static DateTimeOffset Day(int day) => new(2030, 1, day, 0, 0, 0, TimeSpan.Zero);
}
