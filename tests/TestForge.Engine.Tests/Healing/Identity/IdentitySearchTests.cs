using TestForge.Engine.Browser;
using TestForge.Engine.Healing.Identity;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing.Identity;

/// <summary>Pages as lists of controls, without a browser. What must not be found matters most.</summary>
public sealed class IdentitySearchTests
{
    private static readonly ElementFingerprint Save = Button("Save", y: 100) with { Id = "save" };
    private static readonly ElementFingerprint Help = Button("Help", y: 140) with { Id = "help" };
    private static readonly ElementFingerprint Orders = Link("Orders", "/orders", y: 10);

    [Fact]
    public void One_identifier_is_enough_wherever_the_element_went() =>
        Find(Save, [], [Button("Store it", y: 900) with { Id = "save", Landmark = "banner" }]).Element.ShouldNotBeNull();

    [Fact]
    public void A_link_that_became_a_button_is_known_by_its_name() =>
        Find(Orders, [], [Button("Orders", y: 10), Help]).Element!.Print.Tag.ShouldBe("button");

    [Fact]
    public void A_link_under_another_name_is_known_by_its_address_only_where_all_that_was_there_is_known()
    {
        Search(Planned(Orders, 0), [], [Link("History", "/orders", y: 10)], complete: true).Element.ShouldNotBeNull();

        // The name of the shop may have led there all along.
        Find(Orders, [], [Link("History", "/orders", y: 10)]).Element.ShouldBeNull();
    }

    [Fact]
    public void A_control_is_told_from_one_that_came_beside_it_with_more_words()
    {
        var moved = Link("Manage orders", "#", y: 400);
        var beside = Link("Manage orders for teams", "#", y: 10);

        Search(Planned(Link("Orders", "#", y: 10), 0), [Help], [beside, moved, Help], complete: true).Element!.Print.ShouldBe(moved);
        Search(Planned(Button("Search", y: 10), 0), [Help], [Button("Find (work)", y: 10), Button("Find", y: 14), Help], complete: true).Element!.Print.Name.ShouldBe("Find");
    }

    [Fact]
    public void More_words_are_no_reason_to_leave_out_the_one_that_kept_the_address()
    {
        var contact = Link("Contact us", "/contact", y: 10);

        Search(Planned(contact, 0), [Help], [Button("Contact us", y: 10), Link("Contact us here", "/contact", y: 300), Help], complete: true).Contested.ShouldBeTrue();
    }

    [Fact]
    public void A_name_and_an_address_that_point_at_two_elements_are_contested()
    {
        var cart = Link("Cart (0)", "/cart", y: 10);
        var login = Link("Log in", "/login", y: 40);

        Search(Planned(cart, 0), [login], [Link("Log in", "/cart", y: 10), Link("Cart ( 0 )", "/login", y: 40)], complete: true).Contested.ShouldBeTrue();
    }

    [Fact]
    public void Two_links_of_one_name_and_address_that_both_have_other_names_are_not_told_apart()
    {
        var menu = Link("Dashboard", "/start", y: 10) with { LandmarkName = "Menu" };
        var crumb = Link("Dashboard", "/start", y: 60) with { LandmarkName = "Crumbs" };

        Search(Planned(menu, 0), [crumb], [Link("Home", "/start", y: 90), Link("Overview", "/start", y: 10)], complete: true).Element.ShouldBeNull();
    }

    [Fact]
    public void A_name_of_the_same_meaning_is_enough_in_the_same_place_only()
    {
        var signIn = Button("Sign in", y: 100);

        Find(signIn, [], [Button("Log in", y: 104)]).Element.ShouldNotBeNull();
        Find(signIn, [], [Button("Log in", y: 400), Button("Print", y: 500), Button("Share", y: 600), Button("Call", y: 700)]).Element.ShouldBeNull();
    }

    [Fact]
    public void What_is_left_when_all_others_are_known_is_the_one_that_is_missing()
    {
        ElementFingerprint[] others = [Help, Button("Print", y: 180), Button("Share", y: 220)];
        var renamed = Button("Save the report", y: 104);

        Find(Save, others, [.. others, renamed]).Element.ShouldNotBeNull();
        Find(Save, [], [.. others, renamed]).Element.ShouldBeNull();
    }

    [Fact]
    public void An_unrelated_control_in_the_place_of_one_that_is_gone_is_another()
    {
        ElementFingerprint[] others = [Help, Button("Print", y: 180), Button("Share", y: 220)];

        Find(Save, others, [.. others, Button("Compare", y: 100)]).Element.ShouldBeNull();
    }

    [Fact]
    public void An_element_that_another_known_one_has_more_right_to_is_not_taken()
    {
        var next = Link("Next", "/next", y: 10);
        var nextPage = Link("Next page", "/next-page", y: 50);

        Find(next, [nextPage], [nextPage]).Element.ShouldBeNull();
    }

    [Fact]
    public void Twins_are_not_told_apart()
    {
        var first = Button("Edit", y: 100);

        Find(first, [Button("Edit", y: 140)], [Button("Edit", y: 300), Button("Edit", y: 340)]).Element.ShouldBeNull();
    }

    [Fact]
    public void Twins_are_told_apart_by_the_rest_of_their_rows()
    {
        static ElementFingerprint Row(string text, double y) => Button("Edit", y) with { Path = "html/body/ul/li/button", NeighbourText = text };

        Find(Row("Alice Archer Edit", 100), [Row("Bob Baker Edit", 140)], [Row("Bob Baker Edit", 100), Row("Alice Archer Edit", 140)])
            .Element!.Print.NeighbourText.ShouldBe("Alice Archer Edit");
    }

    [Fact]
    public void Identifiers_and_names_that_point_at_two_elements_are_contested()
    {
        var first = Field("First name", "first");
        var last = Field("Last name", "last");

        var finding = Find(first, [last], [Field("Last name", "first"), Field("First name", "last")]);

        finding.Element.ShouldBeNull();
        finding.Contested.ShouldBeTrue();
    }

    [Fact]
    public void A_numbered_identifier_that_a_neighbour_inherited_says_nothing() =>
        Find(Field("First name", "field1"), [], [Field("Surname of the guest", "field1")]).Element.ShouldBeNull();

    [Fact]
    public void What_a_scoped_locator_found_is_not_found_in_another_landmark()
    {
        var wanted = Link("Opening hours", "/hours", y: 10) with { LandmarkName = "Help" };
        var locator = new LocatorSpec { Kind = LocatorKind.Role, Value = "link", Name = "Opening hours", Within = new() { Kind = LocatorKind.Role, Value = "navigation", Name = "Help" } };

        Search(new("e", "p", "Opening hours", locator, wanted), [], [wanted with { LandmarkName = "Main" }, Help, Save, Orders, Link("About", "/about", y: 40)]).Element.ShouldBeNull();
    }

    [Fact]
    public void A_button_is_not_a_link_elsewhere_with_its_name() =>
        Find(Button("Log in", y: 300), [], [Link("Log in", "/login", y: 10), Help, Save]).Element.ShouldBeNull();

    [Fact]
    public void Cards_with_the_same_link_are_told_apart_by_the_words_that_only_one_had()
    {
        var cards = new[] { "Orders", "Guests", "Rooms" }.Select((c, i) => Link("View details", "#", y: 100 * i) with { NeighbourText = $"{c} card View details" }).ToArray();
        var wanted = Planned(cards[1], 0) with { Locator = new() { Kind = LocatorKind.Role, Value = "link", Name = "View details", Nth = 1 } };

        // The card of the guests is gone.
        Search(wanted, [cards[0], cards[2]], [cards[0], cards[2] with { Box = cards[1].Box }], complete: true).Element.ShouldBeNull();
        Search(wanted, [cards[0], cards[2]], [cards[2], cards[0], cards[1] with { Name = "Details" }], complete: true).Element!.Print.NeighbourText.ShouldBe(cards[1].NeighbourText);
    }

    [Fact]
    public void A_name_that_is_related_is_enough_only_where_all_that_was_there_is_known_and_nothing_else_is_like_it()
    {
        var renamed = Link("Orders overview of shipments", "/other", y: 200);

        Find(Orders, [Help], [renamed, Help]).Element.ShouldBeNull();
        Search(Planned(Orders, 0), [Help], [renamed, Help], complete: true).Element.ShouldNotBeNull();
        Search(Planned(Orders, 0), [Help], [renamed, Help, Link("Orders and guests", "/third", y: 400)], complete: true).Element.ShouldBeNull();
    }

    private static IdentityFinding Find(ElementFingerprint wanted, ElementFingerprint[] others, ElementFingerprint[] page) => Search(Planned(wanted, 0), others, page);

    private static IdentityFinding Search(PlanElement wanted, ElementFingerprint[] others, ElementFingerprint[] page, bool complete = false) =>
        new IdentitySearch(wanted, byPeople: false, [.. others.Select((o, i) => Planned(o, i + 1))], complete, [.. page.Select(p => new FactsElement(p, Visible: true, Enabled: true))], _ => true).Find();

    private static PlanElement Planned(ElementFingerprint print, int number) =>
        new($"e{number}", "p", print.Name, new() { Kind = LocatorKind.Role, Value = print.Role, Name = print.Name }, print);

    private static ElementFingerprint Button(string name, double y) =>
        new() { Tag = "button", Role = "button", Name = name, Landmark = "main", Path = "html/body/main/button", Box = new(10, y, 80, 30) };

    private static ElementFingerprint Link(string name, string href, double y) =>
        new() { Tag = "a", Role = "link", Name = name, Href = href, Landmark = "navigation", Path = "html/body/nav/a", Box = new(10, y, 80, 20) };

    private static ElementFingerprint Field(string name, string id) =>
        new() { Tag = "input", Role = "textbox", Name = name, Label = name, Id = id, NameAttribute = id, Landmark = "main", Path = "html/body/main/form/input", Box = new(10, 100, 200, 30) };
}
