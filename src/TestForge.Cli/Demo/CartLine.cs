namespace TestForge.Cli.Demo;

internal sealed record CartLine(Product Product, int Quantity)
{
    public int Pounds => Product.Pounds * Quantity;
}
