using TestForge.Engine.Discovery.Addresses;

namespace TestForge.Engine.Tests.Discovery.Addresses;

public sealed class FileAddressesTests
{
    private static readonly Uri File = new("https://s.example/static/app.js");

    [Theory]
    [InlineData("go('/users')", "/users")]
    [InlineData("""go("\/users\/list")""", "/users/list")]
    [InlineData("// moved to https://s.example/new.", "/new")]
    [InlineData("var a = 'https://s.example/'; var b = 'x/y'; var c = a + b;", "/", "/x/y")]
    [InlineData("const base='/shop';go(base+'/cart')", "/shop", "/cart", "/shop/cart")]
    [InlineData("const config = { root: '/shop/' }; const root = '/shop/'; go(`${root}cart`)", "/shop/", "/shop/cart")]
    [InlineData("const id = '7'; go('/users/' + id + '/edit')", "/users/7/edit", "/users/", "/edit")]
    public void Constant_addresses_of_a_script_are_found(string code, params string[] paths) =>
        FileAddresses.InScript(File, code).Select(u => u.AbsolutePath).ShouldBe(paths, ignoreOrder: true);

    [Theory]
    [InlineData("import './module'; require('../other'); load('/chunk.js', '/picture.PNG')")]
    [InlineData("go('https://elsewhere.example/users'); go('//elsewhere.example/users')")]
    [InlineData("type = 'text/html'; pattern = /users/g; close = '/>'; half = '1/2'")]
    [InlineData("var a = '/one/'; a = '/two/'; const t = a + unknown; go(b + 'x/y'); go(`${b}/x/y`)", "/one/", "/two/")]
    [InlineData("const q = 'a b'; go(q + '<')")]
    public void What_is_no_address_of_the_application_or_not_constant_is_left(string code, params string[] paths) =>
        FileAddresses.InScript(File, code).Select(u => u.AbsolutePath).ShouldBe(paths);

    [Fact]
    public void A_script_cannot_fill_what_is_kept() =>
        FileAddresses.InScript(File, string.Concat(Enumerable.Range(0, 5_000).Select(i => $"go('/a{i}');"))).Count.ShouldBe(60);

    [Fact]
    public void A_style_sheet_names_addresses_relative_to_itself() =>
        FileAddresses.InStyle(new("https://s.example/css/site.css"), "@import 'more'; a { src: url( \"../page\" ) } b { src: url(data:x,/no) } c { src: url(x.woff2) }")
            .Select(u => u.AbsolutePath).ShouldBe(["/css/more", "/page"]);

    [Theory]
    [InlineData("(")]
    [InlineData("a+")]
    [InlineData("'/a'+")]
    [InlineData("`${a}")]
    [InlineData("$")]
    public async Task A_script_made_to_keep_the_search_busy_does_not(string part)
    {
        var code = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        await Task.Run(() => FileAddresses.InScript(File, code), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
