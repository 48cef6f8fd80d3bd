using System.Text.Json;

namespace TestForge.Cli.Demo;

internal static class StockApi
{
    public static DemoResponse Answer() =>
        new(
            200,
            "application/json; charset=utf-8",
            JsonSerializer.Serialize(Catalogue.Products.Select(p => new { name = p.Name, path = p.Path, category = Catalogue.CategoryName(p), stock = p.Stock })));
}
