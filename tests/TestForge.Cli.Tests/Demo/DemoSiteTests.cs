using System.Net;
using System.Text.RegularExpressions;
using TestForge.Cli.Demo;

namespace TestForge.Cli.Tests.Demo;

public sealed partial class DemoSiteTests : IAsyncLifetime
{
    private DemoSite _site = null!;
    private HttpClient _visitor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await DemoSite.StartAsync(Stop);
        _visitor = new() { BaseAddress = _site.Url };
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Every_link_of_the_shop_but_one_leads_somewhere()
    {
        var seen = new HashSet<string> { "/" };
        var queue = new Queue<string>(seen);
        var broken = new List<string>();
        while (queue.TryDequeue(out var path))
        {
            using var answer = await _visitor.GetAsync(path, Stop);
            if (!answer.IsSuccessStatusCode)
            {
                broken.Add(path);
                continue;
            }

            var html = await answer.Content.ReadAsStringAsync(Stop);
            foreach (var link in Addresses().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
            {
                // The calendar never ends, which is its purpose.
                if (!link.StartsWith("/calendar?", StringComparison.Ordinal) && seen.Add(link))
                {
                    queue.Enqueue(link);
                }
            }
        }

        broken.ShouldBe(["/journal/how-we-wax-cotton"]);
        seen.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task A_page_is_the_same_on_every_visit()
    {
        foreach (var path in new[] { "/", "/products?page=2", "/calendar", "/api/stock" })
        {
            (await Get(path)).ShouldBe(await Get(path));
        }
    }

    [Fact]
    public async Task The_cart_of_a_visitor_is_kept()
    {
        (await Post("/cart/add", ("product", "enamel-mug"), ("quantity", "3"))).ShouldContain("£36.00");
        (await Get("/")).ShouldContain("Cart (<span>3</span>)");
        (await Post("/cart/remove", ("product", "enamel-mug"))).ShouldContain("Your cart is empty");
    }

    [Fact]
    public async Task What_was_searched_for_is_encoded()
    {
        var page = await Get("/search?q=%3Cb%3E%22{{count}}");

        page.ShouldNotContain("<b>\"");
        page.ShouldContain("No results for “<b>\"{{count}}”".Replace("<b>\"", "&lt;b&gt;&quot;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_account_opens_with_the_right_password_only()
    {
        (await Get("/account")).ShouldContain("<h1>Log in</h1>");
        (await Post("/login", ("username", "demo"), ("password", "wrong"))).ShouldContain("The user name or password is not correct.");
        (await Post("/login", ("username", "demo"), ("password", "demo-pass"))).ShouldContain("Welcome back");
        await Get("/logout");
        (await Get("/account")).ShouldContain("<h1>Log in</h1>");
    }

    [Fact]
    public async Task A_form_with_errors_is_shown_again_with_a_message_at_each_field()
    {
        var page = await Post("/contact", ("name", "Ann"), ("email", "ann"), ("topic", "A repair"), ("message", "short"));

        page.ShouldContain("id=\"email-error\"");
        page.ShouldContain("id=\"message-error\"");
        page.ShouldNotContain("id=\"name-error\"");
        page.ShouldContain("value=\"Ann\"");
    }

    [Fact]
    public async Task A_checkout_without_errors_leads_to_the_review()
    {
        (string, string)[] details =
        [
            ("name", "Ann Walker"), ("email", "ann@example.com"), ("street", "7 Example Lane"), ("city", "Larkmoor"),
            ("postcode", "LA9 4QT"), ("country", "Wales"), ("speed", "Express"), ("day", "2027-02-03"), ("gifts", "5"),
        ];

        (await Post("/checkout", details)).ShouldContain("id=\"terms-error\"");
        (await Post("/checkout", [.. details, ("terms", "yes")])).ShouldContain("<h1>Review your order</h1>");
        (await Get("/checkout")).ShouldContain("value=\"Ann Walker\"");
    }

    [Fact]
    public async Task A_form_that_is_far_too_large_is_refused()
    {
        using var form = new StringContent(new string('a', 70_000));
        using var answer = await _visitor.PostAsync(new Uri("/contact", UriKind.Relative), form, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_visitor_who_waits_does_not_hold_up_the_others()
    {
        using var slow = new System.Net.Sockets.TcpClient();
        await slow.ConnectAsync(_site.Url.Host, _site.Url.Port, Stop);
        await slow.GetStream().WriteAsync("POST /contact HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"u8.ToArray(), Stop);

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Get("/products")));

        pages.ShouldAllBe(p => p.Contains("All products"));
    }

    private Task<string> Get(string path) => Read(_visitor.GetAsync(path, Stop));

    private async Task<string> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Read(_visitor.PostAsync(path, form, Stop));
    }

    // Prices are written with an encoded pound sign; the tests read what a visitor reads.
    private static async Task<string> Read(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (await answer.Content.ReadAsStringAsync(Stop)).Replace("&#163;", "£", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src|action)=\"(/[^\"#]*)\"(?! method=\"post\")")]
    private static partial Regex Addresses();
}
