using TestForge.Engine.Discovery;

namespace TestForge.Engine.Tests.Discovery;

public sealed class PictureAllowanceTests
{
    [Fact]
    public void The_first_pages_are_all_pictured_and_then_a_few_of_each_folder()
    {
        var allowance = new PictureAllowance();

        Taken(allowance, "/guides/", 50).ShouldBe(50);
        Taken(allowance, "/guides/more-", 30).ShouldBe(0);
        Taken(allowance, "/items/", 30).ShouldBe(4);
        Taken(allowance, "/items?kind=", 30).ShouldBe(30, "each word of a parameter is another list");
    }

    private static int Taken(PictureAllowance allowance, string path, int pages) =>
        Enumerable.Range(0, pages).Count(i => allowance.Take(new($"http://shop.example{path}{(char)('a' + (i % 26))}{new string('x', i / 26)}")));
}
