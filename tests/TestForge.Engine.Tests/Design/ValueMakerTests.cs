using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

public sealed class ValueMakerTests
{
    private readonly ValueMaker _values = new(7);

    [Fact]
    public void Makes_the_same_value_for_the_same_seed()
    {
        var field = new FormField { ElementId = "e", Type = "email", Name = "mail" };
        new ValueMaker(7).For(field).ShouldBe(_values.For(field));
        new EmailAddressAttribute().IsValid(_values.For(field)!.Value.Text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("18", "99", null)]
    [InlineData("0", "1", "0.05")]
    [InlineData("-5", "-1", "1")]
    [InlineData(null, "1", null)]
    [InlineData("10", null, "10")]
    public void Keeps_numbers_within_their_limits_and_on_their_steps(string? min, string? max, string? step)
    {
        var field = new FormField { ElementId = "e", Type = "number", Min = min, Max = max, Step = step };
        var value = decimal.Parse(_values.For(field)!.Value.Text!, CultureInfo.InvariantCulture);
        if (min is not null)
        {
            value.ShouldBeGreaterThanOrEqualTo(decimal.Parse(min, CultureInfo.InvariantCulture));
            ((value - decimal.Parse(min, CultureInfo.InvariantCulture)) % decimal.Parse(step ?? "1", CultureInfo.InvariantCulture)).ShouldBe(0);
        }

        if (max is not null)
        {
            value.ShouldBeLessThanOrEqualTo(decimal.Parse(max, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Keeps_dates_within_their_limits() =>
        _values.For(new() { ElementId = "e", Type = "date", Max = "2020-01-31" })!.Value.Text.ShouldBe("2020-01-31");

    [Fact]
    public void Keeps_texts_within_their_lengths()
    {
        _values.For(new() { ElementId = "e", Label = "Message", MinLength = 80 })!.Value.Text!.Length.ShouldBeGreaterThanOrEqualTo(80);
        _values.For(new() { ElementId = "e", Label = "Message", MaxLength = 5 })!.Value.Text!.Length.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Makes_no_file() => _values.For(new() { ElementId = "e", Type = "file" }).ShouldBeNull();

    [Fact]
    public void Breaks_each_declared_constraint_once()
    {
        var number = new FormField { ElementId = "e", Type = "number", Min = "1", Max = "9" };
        Violations.Of(number, "5").Select(v => (v.Kind, v.Value)).ShouldBe([("below-minimum", "0"), ("above-maximum", "10"), ("off-step", "5.5")]);
        var text = new FormField { ElementId = "e", MinLength = 4, MaxLength = 6, Pattern = "[a-z]+" };
        Violations.Of(text, "abcde").Select(v => v.Kind).ShouldBe(["too-short", "too-long", "wrong-pattern"]);
        Violations.Of(new() { ElementId = "e", Type = "text" }, "abc").ShouldBeEmpty();
    }
}
