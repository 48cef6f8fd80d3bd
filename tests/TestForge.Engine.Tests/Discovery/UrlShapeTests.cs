using TestForge.Engine.Discovery;

namespace TestForge.Engine.Tests.Discovery;

public sealed class UrlShapeTests
{
    [Theory]
    [InlineData("https://s.example/item/1", "https://s.example/item/22")]
    [InlineData("https://s.example/cal?date=2026-01-01", "https://s.example/cal?date=2027-12-31")]
    [InlineData("https://s.example/o/8f14e45f-ceea-467f-a8d2-1d1b1e1e1e1e", "https://s.example/o/c9f0f895-fb98-4b91-8c5a-2d2b2e2e2e2e")]
    [InlineData("https://s.example/list?page=2&sort=asc", "https://s.example/list?page=3&sort=asc")]
    public void Numbers_dates_and_identifiers_do_not_make_another_template(string one, string other) =>
        UrlShape.Template(new(one)).ShouldBe(UrlShape.Template(new(other)));

    [Theory]
    [InlineData("https://s.example/about", "https://s.example/contact")]
    [InlineData("https://s.example/doku.php?id=start", "https://s.example/doku.php?id=wiki")]
    [InlineData("https://s.example/#/active", "https://s.example/#/completed")]
    public void Words_do(string one, string other) => UrlShape.Template(new(one)).ShouldNotBe(UrlShape.Template(new(other)));

    [Fact]
    public void Parameter_values_do_not_change_the_shape() =>
        UrlShape.Of(new("https://s.example/f?color=red&size=l")).ShouldBe(UrlShape.Of(new("https://s.example/f?color=blue&size=xl")));
}
