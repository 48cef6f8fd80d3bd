using TestForge.Engine.Steps;
using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Triage;

public sealed class FailureTriageTests
{
    private static readonly FailureEvidence Missing = new() { Trouble = StepTrouble.NotOne, Message = "The locator finds nothing.", Status = 200, At = "/", Page = new() { Text = "Welcome" } };
    private static readonly FailureEvidence Unusable = Missing with { Trouble = StepTrouble.Unusable, Message = "It could not be used: Timeout 5000ms exceeded." };
    private static readonly FailureEvidence Mismatch = Missing with { Trouble = StepTrouble.Mismatch, Message = "The element's text is another." };

    [Fact]
    public void A_locator_that_finds_nothing_on_a_healthy_page_has_drifted() => ClassOf(Missing).ShouldBe(FailureClass.LocatorDrift);

    [Theory]
    [InlineData(500, FailureClass.Environment)]
    [InlineData(403, FailureClass.Environment)]
    [InlineData(429, FailureClass.Environment)]
    [InlineData(404, FailureClass.Assertion)]
    public void On_an_error_page_nothing_drifts(int status, FailureClass expected) => ClassOf(Missing with { Status = status }).ShouldBe(expected);

    [Theory]
    [InlineData("502 Bad Gateway", "", FailureClass.Environment)]
    [InlineData("Shop", "Something went wrong", FailureClass.Environment)]
    [InlineData("Page not found", "", FailureClass.Assertion)]
    [InlineData("Errors in spelling", "Our 500 best offers", FailureClass.LocatorDrift)]
    public void Nor_on_one_that_is_answered_as_a_good_page(string title, string heading, FailureClass expected) =>
        ClassOf(Missing with { Page = new() { Title = title, Heading = heading } }).ShouldBe(expected);

    [Fact]
    public void An_error_page_that_the_case_is_about_is_a_page_like_any_other() =>
        ClassOf(Mismatch with { Status = 404, ErrorsExpected = true, Page = new() { Title = "404 Not found" } }).ShouldBe(FailureClass.Assertion);

    [Fact]
    public void A_page_that_asks_to_sign_in_is_the_environment_only_where_another_was_meant()
    {
        var asks = Missing with { At = "/login", Page = new() { AsksForPassword = true } };

        ClassOf(asks with { LastAt = "/account" }).ShouldBe(FailureClass.Environment);
        ClassOf(asks with { LastAt = "/login" }).ShouldBe(FailureClass.LocatorDrift);
    }

    [Fact]
    public void A_request_of_the_application_that_failed_on_the_way_is_the_environment() =>
        ClassOf(Mismatch with { Requests = [new("https://shop.test/api", "GET", 503, "")] }).ShouldBe(FailureClass.Environment);

    [Fact]
    public void What_came_late_is_timing_whatever_it_looked_like()
    {
        ClassOf(Missing with { Late = TimeSpan.FromSeconds(1) }).ShouldBe(FailureClass.Timing);
        ClassOf(Unusable with { Obstacle = Obstacle.Covered, Late = TimeSpan.FromSeconds(1) }).ShouldBe(FailureClass.Timing);
        ClassOf(Missing with { Page = new() { Busy = "it says that it is busy" } }).ShouldBe(FailureClass.Timing);
    }

    [Theory]
    [InlineData("This name is already taken.", FailureClass.Data)]
    [InlineData("Already registered? Sign in.", FailureClass.Assertion)]
    public void Data_clash_where_the_application_says_so(string text, FailureClass expected) =>
        ClassOf(Mismatch with { Typed = true, Page = new() { Text = text } }).ShouldBe(expected);

    [Fact]
    public void A_refused_form_is_its_state_unless_the_case_means_it_to_be_refused()
    {
        var refused = Missing with { Page = new() { Refused = ["E-mail"] } };

        ClassOf(refused).ShouldBe(FailureClass.FormState);
        ClassOf(refused with { RefusalExpected = true }).ShouldBe(FailureClass.LocatorDrift);
    }

    [Theory]
    [InlineData(Obstacle.Covered, FailureClass.Overlay)]
    [InlineData(Obstacle.OutOfView, FailureClass.Viewport)]
    [InlineData(Obstacle.Disabled, FailureClass.FormState)]
    [InlineData(Obstacle.NotEditable, FailureClass.FormState)]
    [InlineData(Obstacle.NoSuchOption, FailureClass.FormState)]
    [InlineData(Obstacle.Moving, FailureClass.Timing)]
    [InlineData(Obstacle.Hidden, FailureClass.Assertion)]
    [InlineData(Obstacle.OtherKind, FailureClass.Assertion)]
    internal void What_was_in_the_way_tells_the_class(Obstacle obstacle, FailureClass expected) => ClassOf(Unusable with { Obstacle = obstacle }).ShouldBe(expected);

    [Fact]
    public void An_element_that_is_hidden_as_it_was_has_not_drifted()
    {
        ClassOf(Missing with { Page = new() { Twin = new(Inert: true, Closed: false), Over = "Cookies" } }).ShouldBe(FailureClass.Overlay);
        ClassOf(Missing with { Page = new() { Twin = new(Inert: false, Closed: true) } }).ShouldBe(FailureClass.FormState);
        ClassOf(Missing with { Page = new() { Twin = new(Inert: false, Closed: false) } }).ShouldBe(FailureClass.Assertion);
    }

    [Fact]
    public void A_step_that_works_in_the_window_of_the_design_is_a_matter_of_the_window() =>
        ClassOf(Missing with { OtherWindow = "400x300", HoldsInDesignWindow = true }).ShouldBe(FailureClass.Viewport);

    [Fact]
    public void The_decisive_evidence_comes_first_and_the_rest_is_told_once()
    {
        var evidence = FailureTriage.Of(Missing with { Status = 500 }).Evidence;

        evidence.ShouldBe(["The page / was answered with status 500.", "The locator finds nothing."]);
    }

    [Fact]
    public void Only_drift_is_healed() =>
        Enum.GetValues<FailureClass>().Where(c => c.Policy() == FailurePolicy.Heal).ShouldBe([FailureClass.LocatorDrift]);

    [Theory]
    [InlineData("Timeout 5000ms exceeded.\nCall log:\n  - waiting for locator\n  -     - element is not visible\n  -     - <div class=\"veil\"></div> intercepts pointer events", Obstacle.Covered)]
    [InlineData("Error: Element is not an <input>, <textarea> or [contenteditable] element\nCall log:\n  - waiting for", Obstacle.OtherKind)]
    [InlineData("Timeout 5000ms exceeded.", Obstacle.None)]
    internal void The_last_obstacle_of_the_log_counts(string message, Obstacle expected)
    {
        FailureText.ObstacleOf(message).ShouldBe(expected);
        FailureText.CoverOf(message).ShouldBe(expected == Obstacle.Covered ? "<div class=\"veil\"></div>" : null);
    }

    private static FailureClass ClassOf(FailureEvidence evidence) => FailureTriage.Of(evidence).Class;
}
