using System.Text.Json;
using TestForge.Engine.Discovery.Api;

namespace TestForge.Engine.Tests.Discovery.Api;

public sealed class JsonShapeTests
{
    [Theory]
    [InlineData("""{"id":1,"name":"x"}""", """{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"}},"required":["id","name"]}""")]
    [InlineData("""[{"a":1},{"a":1.5,"b":null}]""", """{"type":"array","items":{"type":"object","properties":{"a":{"type":"number"},"b":{"type":"null"}},"required":["a"]}}""")]
    [InlineData("[]", """{"type":"array","items":{}}""")]
    [InlineData("""["a",null,true]""", """{"type":"array","items":{"type":["string","boolean","null"]}}""")]
    [InlineData("""[{"a":1},[2],"x"]""", """{"type":"array","items":{"oneOf":[{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]},{"type":"array","items":{"type":"integer"}},{"type":"string"}]}}""")]
    [InlineData("""[{"a":1},null]""", """{"type":"array","items":{"type":["object","null"],"properties":{"a":{"type":"integer"}},"required":["a"]}}""")]
    [InlineData("""["2026-01-02T03:04:05Z"]""", """{"type":"array","items":{"type":"string","format":"date-time"}}""")]
    [InlineData("""["2026-01-02"]""", """{"type":"array","items":{"type":"string","format":"date"}}""")]
    [InlineData("""["ann@example.com","bob@example.com"]""", """{"type":"array","items":{"type":"string","format":"email"}}""")]
    [InlineData("""["ann@example.com","bob"]""", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("""["6f9619ff-8b86-d011-b42d-00c04fc964ff"]""", """{"type":"array","items":{"type":"string","format":"uuid"}}""")]
    [InlineData("""["https://shop.example/a?b=c"]""", """{"type":"array","items":{"type":"string","format":"uri"}}""")]
    public void A_body_becomes_names_and_types(string json, string schema) => SchemaOf(json).ShouldBe(schema);

    [Fact]
    public void What_not_every_object_has_is_optional() => SchemaOf("""{"a":1,"b":2}""", """{"a":"x"}""")
        .ShouldBe("""{"type":"object","properties":{"a":{"type":["string","integer"]},"b":{"type":"integer"}},"required":["a"]}""");

    [Fact]
    public void Names_that_are_data_are_not_kept() => SchemaOf("""{"ann@example.com":{"n":1},"6f9619ff-8b86-d011-b42d-00c04fc964ff":{"n":2},"42":{"n":3}}""")
        .ShouldBe("""{"type":"object","additionalProperties":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}}""");

    [Fact]
    public void An_object_with_very_many_names_is_a_dictionary() =>
        SchemaOf("{" + string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"word{i}x\":{i}")) + "}").ShouldBe("""{"type":"object","additionalProperties":{"type":"integer"}}""");

    [Fact]
    public void A_value_is_never_kept() =>
        SchemaOf("""{"password":"hunter2","token":"s3cr3t","list":["hunter2",{"deep":"s3cr3t"}]}""").ShouldNotContain("hunter2");

    [Fact]
    public void A_body_without_end_costs_little()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));
        var wide = "[" + string.Join(',', Enumerable.Repeat("""{"a":[1,2,3]}""", 10_000)) + "]";

        SchemaOf(deep).Length.ShouldBeLessThan(500);
        SchemaOf(wide).Length.ShouldBeLessThan(200);
    }

    private static string SchemaOf(params string[] bodies)
    {
        var shape = new JsonShape();
        foreach (var body in bodies)
        {
            using var document = JsonDocument.Parse(body);
            shape.Add(document.RootElement);
        }

        return shape.ToSchema().ToJsonString();
    }
}
