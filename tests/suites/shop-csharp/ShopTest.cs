using Microsoft.Playwright;
using Microsoft.Playwright.NUnit;

namespace Shop.Tests;

public abstract class ShopTest : PageTest
{
    public static string Address => $"http://127.0.0.1:{Shop.Port}";

    [SetUp]
    public void Hasten()
    {
        Page.SetDefaultTimeout(3_000);
        SetDefaultExpectTimeout(3_000);
    }
}
