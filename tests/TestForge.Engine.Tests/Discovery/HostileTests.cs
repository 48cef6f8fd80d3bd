using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Answers that never come, never end, are too large or lead astray.</summary>
public sealed class HostileTests
{
    [Fact]
    public async Task A_host_that_does_not_exist_is_unreachable()
    {
        var page = await HostileCrawl.PageAsync("/go?to=http://no-such-host.invalid/");

        page.Outcome.ShouldBe(PageOutcome.Unreachable);
        page.OutcomeDetail.ShouldNotBeNull().ShouldStartWith("it redirects to http://no-such-host.invalid: the host name");
    }

    [Fact]
    public async Task A_refused_connection_is_unreachable()
    {
        var page = await HostileCrawl.PageAsync($"/go?to=http://127.0.0.1:{ClosedPort()}/", allowPrivate: true);

        page.Outcome.ShouldBe(PageOutcome.Unreachable);
        page.OutcomeDetail.ShouldNotBeNull().ShouldEndWith("the connection was refused: nothing listens there");
    }

    [Fact]
    public async Task A_target_nothing_listens_at_cannot_be_tested()
    {
        var target = new Uri($"http://127.0.0.1:{ClosedPort()}/");
        await using var rig = await HostileCrawl.RigAsync(configure: s => s.Configure<BrowserOptions>(o => o.Target = target));

        var map = await rig.DiscoverAsync(target: target);

        map.Pages.ShouldHaveSingleItem().Outcome.ShouldBe(PageOutcome.Unreachable);
        Warning(rig, "target.unusable").ShouldContain("the connection was refused");
    }

    [Fact]
    public async Task An_untrusted_certificate_is_unreachable()
    {
        await using var tls = await TlsHost.StartAsync();

        var page = await HostileCrawl.PageAsync($"/go?to={tls.Url}", allowPrivate: true);

        page.Outcome.ShouldBe(PageOutcome.Unreachable);
        page.OutcomeDetail.ShouldBe($"it redirects to {tls.Url.GetLeftPart(UriPartial.Authority)}: the TLS certificate is not trusted");
    }

    [Fact]
    public async Task A_redirect_loop_is_called_one()
    {
        var page = await HostileCrawl.PageAsync("/loop/0");

        page.Outcome.ShouldBe(PageOutcome.RedirectLoop);
        page.OutcomeDetail.ShouldBe("the page redirects in a loop");
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_redirect_to_the_metadata_address_is_refused(string scheme)
    {
        var page = await HostileCrawl.PageAsync($"/go?to={scheme}://169.254.169.254/latest/");

        page.Outcome.ShouldBe(PageOutcome.Refused);
        page.OutcomeDetail.ShouldNotBeNull().ShouldStartWith($"it redirects to {scheme}://169.254.169.254: the egress guard refused the address: ");
    }

    [Fact]
    public async Task A_redirect_to_another_local_port_is_refused_and_never_arrives()
    {
        var reached = 0;
        await using var other = await SiteHost.StartAsync(app => app.MapFallback(() =>
        {
            Interlocked.Increment(ref reached);
            return "secret";
        }));

        var page = await HostileCrawl.PageAsync($"/go?to={other.Url}");

        page.Outcome.ShouldBe(PageOutcome.Refused);
        page.OutcomeDetail.ShouldNotBeNull().ShouldContain("the egress guard refused the address");
        reached.ShouldBe(0);
    }

    [Fact]
    public async Task Server_errors_are_named_and_do_not_end_the_crawl()
    {
        var page = await HostileCrawl.PageAsync("/broken/one");

        page.Outcome.ShouldBe(PageOutcome.HttpError);
        page.OutcomeDetail.ShouldBe("the server answered 500");
        page.Status.ShouldBe(500);
    }

    [Fact]
    public async Task A_site_that_only_fails_cannot_be_tested()
    {
        await using var rig = await HostileCrawl.RigAsync();

        var map = await rig.DiscoverAsync(path: "/broken/start");

        map.Pages.ShouldHaveSingleItem().Outcome.ShouldBe(PageOutcome.HttpError);
        Warning(rig, "target.unusable").ShouldContain("the server answered 500");
    }

    [Fact]
    public async Task A_page_later_than_the_limit_times_out()
    {
        var page = await HostileCrawl.PageAsync("/late", new(PageTimeoutSeconds: 3));

        page.Outcome.ShouldBe(PageOutcome.Timeout);
        page.OutcomeDetail.ShouldBe("the page did not answer in time");
    }

    [Fact]
    public async Task A_document_that_never_ends_is_read_as_far_as_it_has_come()
    {
        var page = await HostileCrawl.PageAsync("/endless");

        page.Outcome.ShouldBe(PageOutcome.Ok);
        page.OutcomeDetail.ShouldBe("the document was still loading after 5 s");
        page.Headings.ShouldHaveSingleItem().Text.ShouldBe("Endless");
    }

    [Theory]
    [InlineData(true, "the document has 50 MB, the limit is 10")]
    [InlineData(false, "the document has more than 10 MB")]
    public async Task A_huge_document_is_not_read_whether_or_not_it_says_its_size(bool sized, string detail)
    {
        // With time for as much as it takes to be too much.
        var page = await HostileCrawl.PageAsync($"/huge?sized={sized}", new(PageTimeoutSeconds: 60));

        page.Outcome.ShouldBe(PageOutcome.TooLarge);
        page.OutcomeDetail.ShouldBe(detail);
    }

    [Fact]
    public async Task A_download_is_left_out_and_its_file_name_writes_nothing()
    {
        await using var rig = await HostileCrawl.RigAsync();

        var map = await rig.FromHomeAsync("/download");

        map.Pages.Count.ShouldBe(2);
        var skipped = map.Skipped.ShouldHaveSingleItem();
        skipped.Code.ShouldBe("not-a-document");
        skipped.Reason.ShouldBe("the answer is a download");
        File.Exists(Path.Combine(Path.GetTempPath(), "x")).ShouldBeFalse();
        File.Exists("../../x").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/calendar/2024/1", 40)]
    [InlineData("/query?n=1", 40)]
    [InlineData("/names?n=1", 60)]
    [InlineData("/deep/", 20)]
    public async Task An_endless_site_is_visited_a_bounded_number_of_times(string trap, int bound)
    {
        await using var rig = await HostileCrawl.RigAsync();

        var map = await rig.FromHomeAsync(trap, new(TryControls: false));

        map.Stats.Visited.ShouldBeLessThanOrEqualTo(bound);
    }

    internal static string Warning(EngineRig rig, string code) =>
        rig.Events.OfType<RunEvent.RunWarning>().Where(w => w.Code == code).ShouldHaveSingleItem().Message;

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
