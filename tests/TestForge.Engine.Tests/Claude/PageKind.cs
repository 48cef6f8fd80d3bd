namespace TestForge.Engine.Tests.Claude;

internal enum PageKind
{
    Cart,
    ProductList,
}
