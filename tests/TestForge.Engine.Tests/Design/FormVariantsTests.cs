using TestForge.Engine.Design;
using TestForge.Engine.Design.Forms;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

public sealed class FormVariantsTests
{
    [Fact]
    public void Numbers_texts_and_days_go_to_the_edges_of_what_the_form_allows()
    {
        var variants = Of(
            Field("name", required: true) with { MinLength = 3, MaxLength = 30 },
            Field("places", "number", required: true) with { Min = "1", Max = "8", Step = "2" },
            Field("day", "date", required: true) with { Min = "2031-01-10", Max = "2031-02-10" });

        Values(variants["lowest"]).ShouldBe(["Wor", "1", "Earliest+0"]);
        Values(variants["highest"]).ShouldBe(["Word aaaaaaaaaaaaaaaa ${unique}", "7", "Latest+0"]);
        Values(variants["international"])[0].ShouldContain("O’Brien");
        variants.ShouldNotContainKey("required-only");
    }

    [Fact]
    public void What_is_optional_is_left_out_once_and_names_of_many_languages_are_typed_where_there_is_room()
    {
        var variants = Of(Field("title", required: true) with { MaxLength = 12 }, Field("details", "textarea"), Field("places", "number") with { Min = "2" });

        Values(variants["required-only"]).Length.ShouldBe(1);
        Values(variants["international"]).ShouldContain(v => v.Contains("<b>", StringComparison.Ordinal));
        Values(variants["international"])[0].ShouldNotContain("Zoë");
    }

    [Fact]
    public void A_form_without_edges_and_free_texts_has_no_variant() =>
        Of(Field("code", required: true) with { Pattern = "[A-Z]{3}" }, Field("kind", "select", required: true) with { Options = ["One", "Two"] }).ShouldBeEmpty();

    private static Dictionary<string, FormVariant> Of(params FormField[] fields)
    {
        var form = new PageForm { Id = "p1.f1", Name = "Order", Method = "post", Action = "http://shop.example/order", Fields = fields, SubmitElementId = "p1.send" };
        var page = new SitePage
        {
            Id = "p1", Url = "http://shop.example/order", Title = "Order", Status = 200, Fingerprint = "f",
            Elements = [.. fields.Select(f => f.ElementId).Append("p1.send").Select(id => new PageElement(id, new() { Tag = "input", Name = id }, true, true))],
            Forms = [form],
        };
        var site = new SiteMap { Target = new("http://shop.example/"), Pages = [page], Transitions = [], Skipped = [], Stats = new(1, 0, 0, 1) };
        return FormVariants.Of(new(site, 1, false, new()), form).ToDictionary(v => v.Kind);
    }

    private static FormField Field(string name, string type = "text", bool required = false) => new() { ElementId = $"p1.{name}", Name = name, Label = name, Type = type, Required = required };

    private static string[] Values(FormVariant variant) => [.. variant.Filled.Select(s => s.Action switch
    {
        StepAction.Fill f => f.Value,
        StepAction.FillDate d => $"{d.Bound}+{d.Days}",
        var other => other.ToString(),
    })];
}
