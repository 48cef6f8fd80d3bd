using Microsoft.Playwright;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>Screenshots of small made-up pages, taken with the real browser.</summary>
internal static class SamplePictures
{
    private static readonly (string Title, string Colour, string Body)[] Scenes =
    [
        ("Things that last", "#7a4b2a", "<div class=g><i></i><i></i><i></i><i></i><i></i><i></i></div>"),
        ("Kitchen", "#2f5d50", "<div class=g><i></i><i></i><i></i><i></i><i></i><i></i></div>"),
        ("Copper kettle", "#a0522d", "<div class=r><i></i><p>Holds 1.2 litres. Hand-hammered.</p><b>Add to cart</b></div>"),
        ("Your cart", "#334a6b", "<p>2 × Copper kettle</p><p>€ 118.00</p><b>Update cart</b>"),
        ("Journal", "#5b4a6e", "<p>How to look after cast iron</p><i></i><p>Why we stopped using plastic</p><i></i>"),
        ("Checkout", "#333", "<p class=e>Something went wrong. Please try again.</p><p>Card number</p><p>Expiry</p><b>Pay € 118.00</b>"),
    ];

    public static async Task<IReadOnlyList<byte[]>> TakeAsync(ReportBrowser browser)
    {
        List<byte[]> pictures = [];
        foreach (var (title, colour, body) in Scenes)
        {
            var html = $$"""
                <!doctype html><style>body{margin:0;font:18px sans-serif;color:#222}header{background:{{colour}};color:#fff;padding:28px 48px;font-size:22px}
                main{padding:40px 48px}h1{font-size:44px;margin:0 0 28px}.g{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}
                i{display:block;height:190px;border-radius:10px;background:linear-gradient(135deg,{{colour}}55,{{colour}}22)}b{display:inline-block;background:{{colour}};color:#fff;padding:14px 26px;border-radius:8px}
                .e{background:#fde8e6;color:#8f1d17;padding:16px;border-radius:8px}p{border-bottom:1px solid #eee;padding-bottom:14px}</style>
                <header>Hearth &amp; Home</header><main><h1>{{title}}</h1>{{body}}</main>
                """;
            var page = await browser.OpenAsync(html, width: 1280, height: 800);
            pictures.Add(await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 70 }));
            await page.Context.CloseAsync();
        }

        return pictures;
    }
}
