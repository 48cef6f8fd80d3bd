using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Masking;

namespace TestForge.Engine.Tests.Claude;

public sealed class MaskerTests
{
    private readonly Masker _masker = Create(new() { Secrets = ["s3cr3t-value"], MaskPatterns = [@"CUST-\d+"] });

    [Theory]
    [InlineData("Mail ann.b+c@mail.example.co.uk now", "ann.b+c@mail.example.co.uk", "EMAIL")]
    [InlineData("Card 4111 1111 1111 1111 ok", "4111 1111 1111 1111", "CARD")]
    [InlineData("Card 5500005555555559.", "5500005555555559", "CARD")]
    [InlineData("Amex 3782-822463-10005", "3782-822463-10005", "CARD")]
    [InlineData("Call +49 (30) 1234-5678 today", "+49 (30) 1234-5678", "PHONE")]
    [InlineData("Call +1 555 010 9999", "+1 555 010 9999", "PHONE")]
    [InlineData("uses s3cr3t-value here", "s3cr3t-value", "SECRET")]
    [InlineData("CUST-12345 is yours", "CUST-12345", "CUSTOM")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF-_ end", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF-_", "TOKEN")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE end", "AKIAIOSFODNN7EXAMPLE", "TOKEN")]
    [InlineData("ghp_0123456789abcdefghijABCD", "ghp_0123456789abcdefghijABCD", "TOKEN")]
    [InlineData("sk-ant-api03-abcdefghijklmnop", "sk-ant-api03-abcdefghijklmnop", "TOKEN")]
    [InlineData("/login?user=1&password=pa$$w0rd!&x=1", "pa$$w0rd!", "SECRET")]
    [InlineData("""{"api_key": "q1w2e3r4t5"}""", "q1w2e3r4t5", "SECRET")]
    [InlineData("Authorization: Bearer abc.def.ghi", "abc.def.ghi", "SECRET")]
    [InlineData("https://bob:hunter22@host.example/", "hunter22", "SECRET")]
    public void Hides_what_is_nobodys_business(string text, string value, string kind)
    {
        var masked = new MaskedValues();

        var sent = _masker.Mask(text, masked);

        sent.ShouldNotContain(value);
        sent.ShouldContain($"[{kind}_");
        masked.Unmask(sent).ShouldBe(text.Replace(value, System.Text.Json.JsonEncodedText.Encode(value).ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Order 4111 1111 1111 1112 of 2030-01-01, 12:30")]
    [InlineData("0000000000000000")]
    [InlineData("Price 1,299.00 EUR, article 20231105, 3 pieces, 555-0100")]
    [InlineData("Password\nForgot your password? Enter a new password here")]
    [InlineData("user@localhost")]
    [InlineData("/static/app.4111111111111111a.js")]
    public void Leaves_what_only_looks_like_it(string text) => _masker.Mask(text, new()).ShouldBe(text);

    [Fact]
    public void The_same_value_has_the_same_placeholder_and_another_installation_another()
    {
        var text = "a@example.org, b@example.org, a@example.org";
        string[] parts = _masker.Mask(text, new()).Split(", ");

        parts[0].ShouldBe(parts[2]);
        parts[0].ShouldNotBe(parts[1]);
        _masker.Mask(text, new()).ShouldBe(string.Join(", ", parts));
        Create(new()).Mask(text, new()).ShouldNotBe(string.Join(", ", parts));
    }

    [Fact]
    public void A_value_stays_a_value_in_JSON()
    {
        var masker = Create(new() { Secrets = ["a\"b\\c"] });
        var masked = new MaskedValues();

        var json = $$"""{"x":"{{masker.Mask("a\"b\\c", masked)}}"}""";

        System.Text.Json.JsonDocument.Parse(masked.Unmask(json)).RootElement.GetProperty("x").GetString().ShouldBe("a\"b\\c");
    }

    [Fact]
    public void Placeholders_that_a_page_makes_up_mean_nothing() =>
        new MaskedValues().Unmask("[SECRET_0123456789]").ShouldBe("[SECRET_0123456789]");

    private static Masker Create(ClaudeOptions options) => new(Options.Create(options), new(Options.Create(options)));
}
