using System.Text.Json;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Tests.Steps;

public sealed class AnswerShapeTests
{
    private const string Answer = """
        { "total": 3, "note": null, "owner": { "name": "Ann" }, "few": [{ "a": 1 }, { "a": 2 }], "mixed": [1, "two", 3], "bad name!": 1,
          "items": [{ "title": "Tea", "price": 2, "more": true }, { "title": "Cake", "price": null }, { "title": "Pie", "price": 1.5 }] }
        """;

    [Fact]
    public void What_all_entries_have_is_kept_and_what_may_be_chance_is_not() => AnswerShape.Of(Read(Answer)).ShouldBe(
    [
        "total: number", "owner: object", "few: array", "mixed: array", "items: array", "owner.name: string", "items[].title: string", "items[].price: number",
    ]);

    [Theory]
    [InlineData("""{ "total": 4, "items": [] }""", "total: number", null)]
    [InlineData("""{ "total": null }""", "total: number", null)]
    [InlineData("""{ "total": "4" }""", "total: number", "total: string instead of number")]
    [InlineData("""{ }""", "total: number", "total: missing")]
    [InlineData("""[]""", "total: number", "total: missing")]
    [InlineData("""{ "items": [{ "title": "Tea" }, { }] }""", "items[].title: string", "items[].title: missing")]
    [InlineData("""{ "items": { "title": "Tea" } }""", "items[].title: string", "items[].title: missing")]
    [InlineData("""{ "items": null }""", "items[].title: string", null)]
    [InlineData("""[{ "id": 1 }, { "id": false }]""", "[].id: number", "[].id: boolean instead of number")]
    public void An_answer_that_differs_is_told_by_place_and_type(string answer, string line, string? difference) =>
        AnswerShape.Differences(Read(answer), [line]).ShouldBe(difference is null ? [] : [difference]);

    [Fact]
    public void A_deep_or_wide_answer_gives_a_bounded_shape()
    {
        var crowd = Read($"[{string.Join(',', Enumerable.Range(0, 40_000).Select(i => $"{{\"n{i}\": {i}, \"same\": 1}}"))}]");
        var wide = Read($"{{{string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"n{i}\": {i}"))}}}");
        var deep = Read(string.Concat(Enumerable.Repeat("{ \"a\": ", 50)) + "1" + string.Concat(Enumerable.Repeat("}", 50)));

        AnswerShape.Of(crowd).ShouldBe(["[].same: number"]);
        AnswerShape.Of(wide).Count.ShouldBe(24);
        AnswerShape.Of(deep).Count.ShouldBe(5);
    }

    private static JsonElement Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
