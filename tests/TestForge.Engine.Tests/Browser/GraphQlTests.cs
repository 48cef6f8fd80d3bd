using System.Text.Json;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class GraphQlTests
{
    [Theory]
    [InlineData("""{"query":"query Products { all { id } }"}""", true)]
    [InlineData("""{"query":"{ all { id } }"}""", true)]
    [InlineData("""{"query":"fragment F on P { id } query Q { all { ...F } }"}""", true)]
    [InlineData("""[{"query":"{ a }"},{"query":"query B { b }"}]""", true)]
    [InlineData("""{"query":"mutation Add { add { id } }"}""", false)]
    [InlineData("""{"query":"query Q { a } mutation Add { add { id } }"}""", false)]
    [InlineData("""[{"query":"{ a }"},{"query":"mutation { b }"}]""", false)]
    [InlineData("""{"operationName":"Products","extensions":{"persistedQuery":{}}}""", false)]
    [InlineData("""{"query":"tents"}""", false)]
    [InlineData("""{"query":5}""", false)]
    [InlineData("[]", false)]
    [InlineData("{", false)]
    [InlineData("query=%7Ball%7D", false)]
    [InlineData(null, false)]
    public void Only_what_is_written_as_a_query_is_taken_for_reading(string? body, bool reads) => GraphQl.OnlyReads(body).ShouldBe(reads);

    [Theory]
    [InlineData("""{"query":"query Products($n: Int) { products { id } }"}""", "query Products")]
    [InlineData("""{"query":"fragment F on P { id } mutation AddToCart { add { id } }","operationName":"AddToCart"}""", "mutation AddToCart")]
    [InlineData("""{"query":"{ me { id } }"}""", "query")]
    [InlineData("""[{"query":"query A { a }"},{"query":"query B { b }"}]""", "query A, query B")]
    [InlineData("""{"operationName":"Stored","extensions":{}}""", "Stored")]
    [InlineData("""{"name":"x"}""", null)]
    public void The_operation_of_a_graphql_call_is_found(string body, string? operation) =>
        GraphQl.OperationOf(JsonDocument.Parse(body).RootElement, "/graphql").ShouldBe(operation);

    [Fact]
    public void A_search_is_no_graphql() =>
        GraphQl.OperationOf(JsonDocument.Parse("""{"query":"query languages"}""").RootElement, "/api/search").ShouldBeNull();
}
