using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.TestKit;

namespace TestForge.Egress.Tests;

public sealed class EgressProxyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::1]")]
    public async Task Refuses_this_machine_however_it_is_written(string host)
    {
        await using var site = await HelloAsync();
        await using var proxy = EgressProxy.Start(new EgressRules());

        var answer = await GetAsync(proxy, $"http://{host}:{site.Url.Port}/");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.GetValues(EgressProxy.Header).ShouldBe([$"{proxy.Mark} refused"]);
        proxy.Refusals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Lets_an_allowed_host_pass_and_no_other_port_of_it()
    {
        await using var site = await HelloAsync();
        await using var other = await HelloAsync();
        await using var proxy = EgressProxy.Start(new EgressRules { Allowed = [$"127.0.0.1:{site.Url.Port}"] });

        (await (await GetAsync(proxy, site.Url.AbsoluteUri)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("hello");
        (await GetAsync(proxy, other.Url.AbsoluteUri)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_client_that_does_not_say_what_it_wants_is_let_go()
    {
        await using var proxy = EgressProxy.Start(new EgressConnector(new()), TimeSpan.FromMilliseconds(200));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("GET http://"u8.ToArray(), TestContext.Current.CancellationToken);

        (await client.GetStream().ReadAsync(new byte[10], TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_is_resolved_once()
    {
        var answers = new Queue<IPAddress>([IPAddress.Parse("93.184.215.14"), IPAddress.Loopback]);
        var lookUps = 0;
        var connector = new EgressConnector(new(), (_, _) =>
        {
            lookUps++;
            return Task.FromResult<IPAddress[]>([answers.Dequeue()]);
        });
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        IPEndPoint? reached = null;

        // Whether the public address answers is up to the network this runs in; what matters is that nobody asks again.
        try
        {
            using var socket = await connector.ConnectAsync("rebind.test", 9, limit.Token);
            reached = (IPEndPoint?)socket.RemoteEndPoint;
        }
        catch (Exception e) when (e is EgressException or OperationCanceledException)
        {
        }

        reached?.Address.ShouldNotBe(IPAddress.Loopback);
        lookUps.ShouldBe(1);
    }

    [Fact]
    public async Task An_allowed_name_that_turns_from_public_to_private_is_refused()
    {
        await using var site = await HelloAsync();
        var answers = new Queue<IPAddress>([IPAddress.Parse("93.184.215.14"), IPAddress.Loopback]);
        var connector = new EgressConnector(new() { Allowed = [$"rebind.test:{site.Url.Port}"] }, (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()]));

        (await connector.BeginsPublicAsync("rebind.test", TestContext.Current.CancellationToken)).ShouldBeTrue();
        var refusal = await Should.ThrowAsync<EgressException>(() => connector.ConnectAsync("REBIND.test.", site.Url.Port, TestContext.Current.CancellationToken));

        refusal.Refused.ShouldBeTrue();
        refusal.Message.ShouldContain("was public and now leads to 127.0.0.1");
    }

    [Fact]
    public async Task An_allowed_name_that_was_private_from_the_start_may_be_reached()
    {
        await using var site = await HelloAsync();
        var connector = new EgressConnector(new() { Allowed = [$"shop.internal:{site.Url.Port}"] }, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        (await connector.BeginsPublicAsync("shop.internal", TestContext.Current.CancellationToken)).ShouldBeFalse();
        using var socket = await connector.ConnectAsync("shop.internal", site.Url.Port, TestContext.Current.CancellationToken);

        socket.Connected.ShouldBeTrue();
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough_to_refuse()
    {
        var connector = new EgressConnector(new(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.215.14"), IPAddress.Parse("10.0.0.1")]));

        var refusal = await Should.ThrowAsync<EgressException>(() => connector.ConnectAsync("mixed.test", 80, TestContext.Current.CancellationToken));

        refusal.Refused.ShouldBeTrue();
        refusal.Message.ShouldContain("10.0.0.1");
    }

    [Fact]
    public async Task A_tunnel_to_a_private_address_is_refused()
    {
        await using var site = await HelloAsync();
        await using var proxy = EgressProxy.Start(new EgressRules());

        (await SendAsync(proxy, $"CONNECT 127.0.0.1:{site.Url.Port} HTTP/1.1\r\nHost: x\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
    }

    [Fact]
    public async Task The_host_header_follows_the_address()
    {
        await using var site = await SiteHost.StartAsync(app => app.MapGet("/", (HttpContext http) => http.Request.Host.Value));
        var authority = site.Url.Authority;
        await using var proxy = EgressProxy.Start(new EgressRules { Allowed = [authority] });

        var answer = await SendAsync(proxy, $"GET http://{authority}/ HTTP/1.1\r\nHost: internal.example\r\n\r\n");

        answer.ShouldContain(authority);
        answer.ShouldNotContain("internal.example");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET ftp://a/ HTTP/1.1\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("CONNECT nowhere HTTP/1.1\r\n\r\n")]
    [InlineData("GET http://a/\nX: y HTTP/1.1\r\n\r\n")]
    public async Task Refuses_what_is_no_request_to_a_proxy(string head)
    {
        await using var proxy = EgressProxy.Start(new EgressRules());

        (await SendAsync(proxy, head)).ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task A_head_without_an_end_is_bounded()
    {
        await using var proxy = EgressProxy.Start(new EgressRules());

        (await SendAsync(proxy, new string('a', 64 * 1024))).ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task An_unknown_name_is_told_apart_from_a_refused_one()
    {
        await using var proxy = EgressProxy.Start(new EgressRules());

        var answer = await GetAsync(proxy, "http://name.invalid/");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        proxy.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Our_own_requests_pass_the_same_guard()
    {
        await using var site = await HelloAsync();
        using var client = new HttpClient(EgressHttp.CreateHandler(new(new())));

        var failure = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(site.Url, TestContext.Current.CancellationToken));

        failure.InnerException.ShouldBeOfType<EgressException>().Refused.ShouldBeTrue();
    }

    private static Task<SiteHost> HelloAsync() => SiteHost.StartAsync(app => app.MapGet("/", () => "hello"));

    private static async Task<HttpResponseMessage> GetAsync(EgressProxy proxy, string url)
    {
        var text = await SendAsync(proxy, $"GET {url} HTTP/1.1\r\nHost: {new Uri(url).Host}\r\n\r\n");
        var parts = text.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))
        {
            Content = new StringContent(parts[1].Contains("hello", StringComparison.Ordinal) ? "hello" : parts[1]),
        };
        foreach (var line in lines.Skip(1).Where(l => l.StartsWith("X-", StringComparison.Ordinal)))
        {
            response.Headers.Add(line.Split(':')[0], line.Split(':', 2)[1].Trim());
        }

        return response;
    }

    private static async Task<string> SendAsync(EgressProxy proxy, string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
