using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Webhooks;

public sealed class WebhookTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_finished_run_is_told_signed_and_once(bool postgreSql)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing);
        var (id, secret) = await MakeAsync(server, receiver.Url);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();

        var run = await server.RunAsync(project);
        var message = (await receiver.WaitAsync(1))[0];

        message.SignedWith(secret).ShouldBeTrue();
        var body = JsonDocument.Parse(message.Body).RootElement;
        body.GetProperty("type").GetString().ShouldBe("run.finished");
        body.GetProperty("data").GetProperty("runId").GetGuid().ShouldBe(run);
        body.GetProperty("data").GetProperty("projectId").GetGuid().ShouldBe(project);
        body.GetProperty("data").GetProperty("status").GetString().ShouldBe("passed");
        var delivery = await EndedAsync(server, id, "delivered");
        delivery.GetProperty("delivery").GetProperty("attempts").GetInt32().ShouldBe(1);
        delivery.GetProperty("attempts")[0].GetProperty("statusCode").GetInt32().ShouldBe(204);
        receiver.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_receiver_that_fails_first_gets_the_same_message_again()
    {
        await using var receiver = await Receiver.StartAsync(500);
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (id, _) = await MakeAsync(server, receiver.Url);

        await TestAsync(server, id);
        var messages = await receiver.WaitAsync(2);

        messages[0].Id.ShouldBe(messages[1].Id);
        messages[0].Body.ShouldBe(messages[1].Body);
        var delivery = await EndedAsync(server, id, "delivered");
        delivery.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("statusCode").GetInt32()).ShouldBe([204, 500]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_is_no_delivery()
    {
        await using var receiver = await Receiver.StartAsync(302);
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (id, _) = await MakeAsync(server, receiver.Url);

        await TestAsync(server, id);
        await receiver.WaitAsync(2);

        (await EndedAsync(server, id, "delivered")).GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("statusCode").GetInt32()).ShouldBe([204, 302]);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_not_told_any_more_until_somebody_turns_it_on()
    {
        await using var receiver = await Receiver.StartAsync(410);
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (id, _) = await MakeAsync(server, receiver.Url);
        await TestAsync(server, id);

        var dead = await EndedAsync(server, id, "dead");
        var webhook = await server.GetAsync($"/api/v1/webhooks/{id}");
        using var test = await server.Client.PostAsync($"/api/v1/webhooks/{id}/test", null, Token);

        webhook.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        webhook.GetProperty("disabledReason").GetString()!.ShouldContain("410");
        (await ProjectsTests.ProblemAsync(test)).ShouldBe((409, "webhooks.disabled"));
        (await server.GetAsync("/api/v1/audit?action=DisableGoneWebhook")).GetProperty("items").GetArrayLength().ShouldBe(1);

        (await PutAsync(server, id, new { url = receiver.Url, enabled = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var replay = await server.Client.PostAsync($"/api/v1/webhooks/{id}/deliveries/{dead.GetProperty("delivery").GetProperty("id").GetGuid()}/replay", null, Token);
        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var messages = await receiver.WaitAsync(2);
        messages[1].Id.ShouldBe(messages[0].Id);
    }

    [Fact]
    public async Task While_secrets_change_over_both_sign()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (id, first) = await MakeAsync(server, receiver.Url);

        var second = await RotateAsync(server, id, 24);
        await TestAsync(server, id);
        var third = await RotateAsync(server, id, 0);
        await TestAsync(server, id);
        var messages = await receiver.WaitAsync(2);

        (messages[0].SignedWith(first), messages[0].SignedWith(second)).ShouldBe((true, true));
        (messages[1].SignedWith(second), messages[1].SignedWith(third)).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_secret_is_nowhere_on_the_disk()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (_, secret) = await MakeAsync(server, receiver.Url);

        foreach (var file in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(Token)).ShouldNotContain(secret["whsec_".Length..], Case.Sensitive, file);
        }
    }

    [Theory]
    [InlineData("http://10.0.0.7/hook", 422, "webhooks.address_refused")]
    [InlineData("http://169.254.169.254/latest/meta-data", 422, "webhooks.address_refused")]
    [InlineData("http://user:secret@shop.example/", 400, "request.invalid")]
    [InlineData("file:///etc/passwd", 400, "request.invalid")]
    public async Task Private_and_odd_addresses_are_refused(string url, int status, string code)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.PostAsJsonAsync("/api/v1/webhooks", new { url }, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((status, code));
    }

    [Fact]
    public async Task On_a_server_for_others_this_machine_is_refused_too_and_http_is_not_enough()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, adapt: s => s with { Local = false });

        using var own = await server.Client.PostAsJsonAsync("/api/v1/webhooks", new { url = "https://127.0.0.1:1/" }, Token);
        using var plain = await server.Client.PostAsJsonAsync("/api/v1/webhooks", new { url = "http://shop.example/" }, Token);

        (await ProjectsTests.ProblemAsync(own)).ShouldBe((422, "webhooks.address_refused"));
        (await ProjectsTests.ProblemAsync(plain)).ShouldBe((400, "request.invalid"));
    }

    private static async Task<(Guid Id, string Secret)> MakeAsync(ServerRig server, string url)
    {
        using var response = await server.Client.PostAsJsonAsync("/api/v1/webhooks", new { url }, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (body.GetProperty("webhook").GetProperty("id").GetGuid(), body.GetProperty("secret").GetString()!);
    }

    private static async Task TestAsync(ServerRig server, Guid id)
    {
        using var response = await server.Client.PostAsync($"/api/v1/webhooks/{id}/test", null, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var delivery = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetGuid();
        while ((await server.GetAsync($"/api/v1/webhooks/{id}/deliveries/{delivery}")).GetProperty("delivery").GetProperty("attempts").GetInt32() == 0)
        {
            await Task.Delay(50, Token);
        }
    }

    private static async Task<string> RotateAsync(ServerRig server, Guid id, int overlapHours)
    {
        using var response = await server.Client.PostAsJsonAsync($"/api/v1/webhooks/{id}/secret", new { overlapHours }, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("secret").GetString()!;
    }

    private static async Task<HttpResponseMessage> PutAsync(ServerRig server, Guid id, object content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/webhooks/{id}") { Content = JsonContent.Create(content) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await server.Client.SendAsync(request, Token);
    }

    /// <summary>The one delivery of a webhook, once it is in a state.</summary>
    private static async Task<JsonElement> EndedAsync(ServerRig server, Guid id, string status)
    {
        while (true)
        {
            var list = (await server.GetAsync($"/api/v1/webhooks/{id}/deliveries?status={status}")).GetProperty("items");
            if (list.GetArrayLength() == 1)
            {
                return await server.GetAsync($"/api/v1/webhooks/{id}/deliveries/{list[0].GetProperty("id").GetGuid()}");
            }

            await Task.Delay(50, Token);
        }
    }
}
