using TestForge.Engine.Browser.Consent;

namespace TestForge.Engine.Tests.Browser.Consent;

public sealed class ConsentRuleTests
{
    private static readonly Uri Page = new("http://shop.test/");

    [Theory]
    [InlineData("Reject all", "decline")]
    [InlineData("Continue without accepting", "decline")]
    [InlineData("Use necessary cookies only", "decline")]
    [InlineData("Don’t accept", "decline")]
    [InlineData("Accept all", "accept")]
    [InlineData("OK, I agree", "accept")]
    [InlineData("Accept selection", "close")]
    [InlineData("Save and close", "close")]
    [InlineData("✕", "close")]
    [InlineData("Alle ablehnen", "decline")]
    [InlineData("Auswahl erlauben", "close")]
    [InlineData("Tout refuser", "decline")]
    [InlineData("J’accepte", "accept")]
    [InlineData("Rechazar todas", "decline")]
    [InlineData("Rifiuta tutti", "decline")]
    [InlineData("Apenas necessários", "decline")]
    [InlineData("Alleen noodzakelijke cookies", "decline")]
    [InlineData("Odrzuć wszystkie", "decline")]
    [InlineData("Endast nödvändiga", "decline")]
    [InlineData("Kun nødvendige", "decline")]
    [InlineData("Avvis alle", "decline")]
    [InlineData("Hylkää kaikki", "decline")]
    [InlineData("Odmítnout vše", "decline")]
    [InlineData("Отклонить все", "decline")]
    [InlineData("Відхилити все", "decline")]
    [InlineData("Tümünü reddet", "decline")]
    [InlineData("Απόρριψη όλων", "decline")]
    [InlineData("Respinge tot", "decline")]
    [InlineData("Elutasítás", "decline")]
    [InlineData("Tolak semua", "decline")]
    [InlineData("Từ chối tất cả", "decline")]
    [InlineData("رفض الكل", "decline")]
    [InlineData("דחה הכל", "decline")]
    [InlineData("सभी अस्वीकार करें", "decline")]
    [InlineData("同意しない", "decline")]
    [InlineData("全部拒绝", "decline")]
    [InlineData("모두 거부", "decline")]
    [InlineData("ปฏิเสธทั้งหมด", "decline")]
    [InlineData("Manage settings", null)]
    [InlineData("Privacy policy", null)]
    [InlineData("Buy", null)]
    public void Buttons_are_known_by_their_words(string name, string? kind) => ConsentRule.KindOf(name).ShouldBe(kind);

    [Fact]
    public void There_are_words_of_28_languages() => (ConsentWords.Languages.Count + 4).ShouldBe(28);

    [Fact]
    public void Declining_comes_before_closing_and_closing_before_accepting()
    {
        Chosen(["Accept", "Close", "Reject"]).ShouldBe("Reject");
        Chosen(["Accept", "Close"]).ShouldBe("Close");
        Chosen(["Settings", "Accept"]).ShouldBe("Accept");
        Chosen(["Settings"]).ShouldBeNull();
    }

    [Fact]
    public void A_button_that_destroys_or_sends_elsewhere_is_never_pressed()
    {
        Chosen(["Reject and delete account"]).ShouldBeNull();
        ConsentRule.Choose([Banner([new("Reject", "button", "#a", SendsTo: "http://other.test/")])], Page).ShouldBeNull();
        ConsentRule.Choose([Banner([new("Reject", "button", "#a", SendsTo: "http://shop.test/consent")])], Page).ShouldNotBeNull();
    }

    [Fact]
    public void A_dialog_that_only_mentions_privacy_is_not_closed() =>
        ConsentRule.Choose([Banner([new("Close", "button", "#a")]) with { Text = "Subscribe. See our privacy policy." }], Page).ShouldBeNull();

    private static string? Chosen(string[] buttons) =>
        ConsentRule.Choose([Banner([.. buttons.Select(b => new FactsOverlayButton(b, "button", "#b"))])], Page) is var (overlay, button, _) ? overlay.Buttons[button].Name : null;

    private static FactsOverlay Banner(FactsOverlayButton[] buttons) => new() { Text = "We use cookies.", Buttons = buttons };
}
