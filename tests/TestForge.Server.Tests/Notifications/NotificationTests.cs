using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using TestForge.Pipeline;
using TestForge.Platform.Notifications;
using TestForge.Platform.Runs;
using TestForge.Server.Tests.Api;
using TestForge.Server.Tests.Retention;
using TestForge.Server.Tests.Webhooks;
using TestForge.TestKit.Mail;
using Received = TestForge.Server.Tests.Webhooks.Received;

namespace TestForge.Server.Tests.Notifications;

public sealed class NotificationTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Slack_is_told_how_a_run_ended_in_blocks(bool postgreSql)
    {
        await using var slack = await Receiver.StartAsync(200);
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing);
        var id = await SlackAsync(server, slack.Url, "all");

        await RunAsync(server, "Shop");
        var message = JsonDocument.Parse((await slack.WaitAsync(1))[0].Body).RootElement;

        message.GetProperty("text").GetString().ShouldBe("Shop: passed");
        var blocks = message.GetProperty("blocks").EnumerateArray().ToArray();
        blocks[0].GetProperty("type").GetString().ShouldBe("header");
        blocks[1].GetProperty("fields").EnumerateArray().ShouldAllBe(f => f.GetProperty("type").GetString() == "plain_text");
        blocks[1].ToString().ShouldContain("1 passed, 0 failed");
        (await EndedAsync(server, id, "delivered")).GetProperty("attempts")[0].GetProperty("statusCode").GetInt32().ShouldBe(200);
    }

    [Fact]
    public async Task Words_of_others_are_no_markup_in_Slack()
    {
        await using var slack = await Receiver.StartAsync(200);
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        await SlackAsync(server, slack.Url, "all");

        await RunAsync(server, "<!channel> <https://evil.example|click> *b* & co");
        var message = JsonDocument.Parse((await slack.WaitAsync(1))[0].Body).RootElement;

        message.GetProperty("text").GetString().ShouldBe("&lt;!channel&gt; &lt;https://evil.example|click&gt; *b* &amp; co: passed");
        message.GetProperty("blocks").EnumerateArray().First().GetProperty("text").GetProperty("type").GetString().ShouldBe("plain_text");
        message.ToString().ShouldNotContain("mrkdwn");
    }

    [Fact]
    public async Task Who_wants_failures_or_changes_is_not_told_of_the_rest()
    {
        await using var all = await Receiver.StartAsync();
        await using var failed = await Receiver.StartAsync();
        await using var changed = await Receiver.StartAsync();
        var ends = new Queue<bool>([true, true, false, false, true]);
        await using var server = await ServerRig.StartAsync(new(), new ScriptedExecutor((order, _, _, _) => Task.FromResult(Outcome(order, ends.Dequeue()))));
        await SlackAsync(server, all.Url, "all");
        await SlackAsync(server, failed.Url, "failed");
        await SlackAsync(server, changed.Url, "changed");

        var project = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();
        for (var i = 0; i < 5; i++)
        {
            await server.EventsAsync(await server.RunAsync(project));
            await all.WaitAsync(i + 1);
        }

        Titles(await all.WaitAsync(5)).ShouldBe(["Shop: passed", "Shop: passed", "Shop: failed, was passed", "Shop: failed", "Shop: passed, was failed"]);
        Titles(await failed.WaitAsync(2)).ShouldBe(["Shop: failed, was passed", "Shop: failed"]);
        Titles(await changed.WaitAsync(2)).ShouldBe(["Shop: failed, was passed", "Shop: passed, was failed"]);
    }

    [Fact]
    public async Task A_notification_of_a_project_hears_of_no_other()
    {
        await using var one = await Receiver.StartAsync();
        await using var both = await Receiver.StartAsync();
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var shop = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();
        await SlackAsync(server, both.Url, "all");
        await SlackAsync(server, one.Url, "all", shop);

        await RunAsync(server, "Other");
        await both.WaitAsync(1);
        await server.EventsAsync(await server.RunAsync(shop));
        await both.WaitAsync(2);

        Titles(await one.WaitAsync(1)).ShouldBe(["Shop: passed"]);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_channel_that_is_gone_is_turned_off(int status)
    {
        await using var slack = await Receiver.StartAsync(status);
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var id = await SlackAsync(server, slack.Url, "all");

        await RunAsync(server, "Shop");
        await EndedAsync(server, id, "dead");

        var notification = await server.GetAsync($"/api/v1/notifications/{id}");
        notification.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        notification.GetProperty("disabledReason").GetString()!.ShouldContain($"{status}");
        (await server.GetAsync("/api/v1/audit?action=DisableGoneNotification")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Slack_is_left_alone_for_as_long_as_it_asks()
    {
        await using var slack = await Receiver.StartAsync(429);
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var id = await SlackAsync(server, slack.Url, "all");

        await RunAsync(server, "Shop");
        var delivery = await EndedAsync(server, id, "pending", attempts: 1);

        (delivery.GetProperty("delivery").GetProperty("nextAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow()).TotalSeconds.ShouldBeInRange(7_000, 8_000);
        slack.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_right_to_write_into_a_channel_is_never_shown_again_and_lies_nowhere_in_clear()
    {
        await using var slack = await Receiver.StartAsync();
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var secret = $"{slack.Url}/T0/B0/s3cretpath";
        using var made = await PostAsync(server, new { kind = "slack", fields = new { name = "Team", url = secret } });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid();

        (await server.GetAsync($"/api/v1/notifications/{id}")).GetProperty("address")[0].GetString()!.ShouldEndWith("/…");
        (await made.Content.ReadAsStringAsync(Token)).ShouldNotContain("s3cret");
        (await server.GetAsync("/api/v1/notifications")).ToString().ShouldNotContain("s3cret");
        (await server.GetAsync("/api/v1/audit")).ToString().ShouldNotContain("s3cret");
        foreach (var file in Directory.EnumerateFiles(server.Folder, "testforge.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(Token)).ShouldNotContain("s3cretpath");
        }
    }

    [Fact]
    public async Task A_mail_tells_in_text_and_HTML_and_its_headers_stay_its_own()
    {
        await using var mail = FakeMailServer.Start();
        await using var server = await WithMailAsync(mail, MailSecurity.None);
        await MailAsync(server, "owner@localhost");

        await RunAsync(server, "Tea <b>\r\nBcc: evil@evil.example\r\n\r\n & Söhne");
        var message = await ReadAsync((await mail.WaitAsync(1, Token))[0]);

        message.Subject.ShouldBe("Tea <b>  Bcc: evil@evil.example     & Söhne: passed");
        message.Headers.Contains(HeaderId.Bcc).ShouldBeFalse();
        message.To.Mailboxes.Select(m => m.Address).ShouldBe(["owner@localhost"]);
        message.From.Mailboxes.Single().Address.ShouldBe("testforge@shop.example");
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.HtmlBody!.ShouldContain("Tea &lt;b&gt;");
        message.HtmlBody!.ShouldNotContain("<b>");
        message.TextBody!.ShouldContain("1 passed, 0 failed");
        mail.Messages.Single().Split("\r\n")[0].ShouldBe("Envelope: owner@localhost");
    }

    [Fact]
    public async Task A_mail_that_is_not_taken_now_comes_again_with_the_same_id_and_one_that_is_refused_does_not()
    {
        await using var mail = FakeMailServer.Start();
        mail.Answers.Enqueue(451);
        await using var server = await WithMailAsync(mail, MailSecurity.None);
        var id = await MailAsync(server, "owner@localhost");

        await RunAsync(server, "Shop");
        await mail.WaitAsync(1, Token);
        (await EndedAsync(server, id, "delivered")).GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("statusCode").GetInt32()).ShouldBe([250, 451]);

        mail.Answers.Enqueue(554);
        await RunAsync(server, "Other");
        (await EndedAsync(server, id, "dead")).GetProperty("delivery").GetProperty("attempts").GetInt32().ShouldBe(1);
        (await server.GetAsync($"/api/v1/notifications/{id}")).GetProperty("enabled").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, "The")]
    [InlineData(false, "STARTTLS")]
    public async Task Without_encryption_that_can_be_trusted_nothing_is_sent(bool offersTls, string why)
    {
        await using var mail = FakeMailServer.Start(offersTls);
        await using var server = await WithMailAsync(mail, MailSecurity.StartTls);
        var id = await MailAsync(server, "owner@localhost");

        await RunAsync(server, "Shop");
        var delivery = await EndedAsync(server, id, "pending", attempts: 1);

        mail.Messages.ShouldBeEmpty();
        delivery.GetProperty("attempts")[0].GetProperty("error").GetString()!.ShouldContain(why);
    }

    [Fact]
    public async Task The_operators_server_is_signed_in_to()
    {
        await using var mail = FakeMailServer.Start(password: "pw");
        await using var server = await WithMailAsync(mail, MailSecurity.None, o => (o.UserName, o.Password) = ("testforge", "pw"));
        await MailAsync(server, "owner@localhost");

        await RunAsync(server, "Shop");

        (await mail.WaitAsync(1, Token)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("stranger@elsewhere.example", 422, "notifications.stranger")]
    [InlineData("team@shop.example", 201, null)]
    [InlineData("Owner@LOCALHOST", 201, null)]
    [InlineData("ann@shop.example\r\nBcc: x@y.example", 400, "request.invalid")]
    [InlineData("Ann <ann@shop.example>", 400, "request.invalid")]
    [InlineData("ann@shop.example,bob@shop.example", 400, "request.invalid")]
    [InlineData("ann", 400, "request.invalid")]
    public async Task Mail_goes_to_members_and_to_domains_that_the_operator_named(string to, int status, string? code)
    {
        await using var mail = FakeMailServer.Start();
        await using var server = await WithMailAsync(mail, MailSecurity.None);

        using var response = await PostAsync(server, new { kind = "email", fields = new { name = "Team", to = new[] { to } } });

        ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync(Token));
        if (code is not null)
        {
            (await ProjectsTests.ProblemAsync(response)).Code.ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("""{"kind":"slack","fields":{"name":"x","url":"http://10.0.0.7/"}}""", "webhooks.address_refused")]
    [InlineData("""{"kind":"slack","fields":{"name":"x"}}""", "request.invalid")]
    [InlineData("""{"kind":"slack","fields":{"name":"x","url":"http://127.0.0.1:1/","to":["a@b.example"]}}""", "request.invalid")]
    [InlineData("""{"kind":"email","fields":{"name":"x","to":["owner@localhost"]}}""", "notifications.no_mail")]
    [InlineData("""{"kind":"email","fields":{"name":"x","url":"http://127.0.0.1:1/"}}""", "request.invalid")]
    [InlineData("""{"kind":"pager","fields":{"name":"x"}}""", "request.invalid")]
    [InlineData("""{"kind":"slack","projectId":"00000000-0000-7000-8000-000000000001","fields":{"name":"x","url":"http://127.0.0.1:1/"}}""", "project.not_found")]
    public async Task What_cannot_be_told_is_refused_when_it_is_asked_for(string body, string code)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.PostAsync("/api/v1/notifications", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);

        (await ProjectsTests.ProblemAsync(response)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_notification_is_tested_changed_replayed_and_deleted()
    {
        await using var slack = await Receiver.StartAsync();
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var id = await SlackAsync(server, slack.Url, "failed");

        using var test = await server.Client.PostAsync($"/api/v1/notifications/{id}/test", null, Token);
        test.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var delivery = await EndedAsync(server, id, "delivered");
        using var replay = await server.Client.PostAsync($"/api/v1/notifications/{id}/deliveries/{delivery.GetProperty("delivery").GetProperty("id").GetGuid()}/replay", null, Token);
        (await slack.WaitAsync(2)).ShouldAllBe(m => m.Body.Contains("A test from TestForge"));
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/notifications/{id}") { Content = JsonContent.Create(new { name = "Other", url = slack.Url, trigger = "changed", enabled = false }) };
        put.Headers.TryAddWithoutValidation("If-Match", "*");
        using var changed = await server.Client.SendAsync(put, Token);
        using var off = await server.Client.PostAsync($"/api/v1/notifications/{id}/test", null, Token);
        using var deleted = await server.Client.DeleteAsync($"/api/v1/notifications/{id}", Token);
        using var gone = await server.Client.GetAsync($"/api/v1/notifications/{id}", Token);

        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await changed.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("trigger").GetString().ShouldBe("changed");
        (await ProjectsTests.ProblemAsync(off)).ShouldBe((409, "notifications.disabled"));
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ProjectsTests.ProblemAsync(gone)).ShouldBe((404, "notifications.not_found"));
    }

    private static RunOutcome Outcome(RunOrder order, bool passes) =>
        new(new(order.Input.RunId, Pages: 1, Passed: passes ? 1 : 0, Failed: passes ? 0 : 1, Flaky: 0, Healed: 0, NotRun: 0, Findings: 0, HealthScore: 100, false), null, null, new Dictionary<string, ArtifactRef>());

    private static string[] Titles(IEnumerable<Received> messages) => [.. messages.Select(m => JsonDocument.Parse(m.Body).RootElement.GetProperty("text").GetString()!)];

    private static Task<ServerRig> WithMailAsync(FakeMailServer mail, MailSecurity security, Action<MailOptions>? change = null) => ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: services => services.Configure<MailOptions>(o =>
    {
        (o.Host, o.Port, o.Security, o.From) = ("127.0.0.1", mail.Port, security, "testforge@shop.example");
        o.Domains.Add("shop.example");
        change?.Invoke(o);
    }));

    private static async Task<MimeMessage> ReadAsync(string message) =>
        await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(message[(message.IndexOf('\n') + 1)..])), Token);

    private static async Task RunAsync(ServerRig server, string name)
    {
        var project = (await server.ProjectAsync(Url, name)).GetProperty("project").GetProperty("id").GetGuid();
        await server.EventsAsync(await server.RunAsync(project));
    }

    private static Task<HttpResponseMessage> PostAsync(ServerRig server, object content) => server.Client.PostAsJsonAsync("/api/v1/notifications", content, Token);

    private static async Task<Guid> SlackAsync(ServerRig server, string url, string trigger, Guid? project = null)
    {
        using var response = await PostAsync(server, new { kind = "slack", projectId = project, fields = new { name = "Team", url, trigger } });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid();
    }

    private static async Task<Guid> MailAsync(ServerRig server, params string[] to)
    {
        using var response = await PostAsync(server, new { kind = "email", fields = new { name = "Team", to, trigger = "all" } });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid();
    }

    /// <summary>The newest delivery in a state, once it was tried so often.</summary>
    private static async Task<JsonElement> EndedAsync(ServerRig server, Guid id, string status, int attempts = 0)
    {
        JsonElement found = default;
        await OldRows.WaitAsync(async () =>
        {
            var list = (await server.GetAsync($"/api/v1/notifications/{id}/deliveries?status={status}")).GetProperty("items");
            if (list.GetArrayLength() == 0 || list[0].GetProperty("attempts").GetInt32() < attempts)
            {
                return false;
            }

            found = await server.GetAsync($"/api/v1/notifications/{id}/deliveries/{list[0].GetProperty("id").GetGuid()}");
            return true;
        });
        return found;
    }
}
