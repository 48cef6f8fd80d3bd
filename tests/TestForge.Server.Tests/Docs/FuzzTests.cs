using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Pipeline;

namespace TestForge.Server.Tests.Docs;

/// <summary>Asks every operation of the description for what it does not expect. Whatever comes, no answer is a fault of ours.</summary>
public sealed class FuzzTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";
    private const int Seed = 20_300_301;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("TESTFORGE_FUZZ_ROUNDS"), out var rounds) ? rounds : 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_request_makes_the_server_fail(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
            Task.FromResult(Planned.Of(order, [Planned.Heal()], ("a", Verdict.Failed)))));
        var ids = await IdsAsync(server);
        var document = (await server.GetAsync("/openapi/v1.json")).GetProperty("paths");
        var bodies = new FuzzBodies(Seed);
        var random = new Random(Seed);
        var (sent, statuses, failures) = (0, new SortedDictionary<int, int>(), new List<string>());

        foreach (var path in document.EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                for (var round = 0; round < Rounds; round++)
                {
                    using var request = Make(path.Name, operation, ids, bodies, random, out var told);
                    using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
                    sent++;
                    var status = (int)response.StatusCode;
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
                    {
                        continue;
                    }

                    var answer = await response.Content.ReadAsStringAsync(Token);
                    if (status is 500 or 501 or 502 or 504)
                    {
                        failures.Add($"{status} {told} -> {answer[..Math.Min(200, answer.Length)]}");
                    }
                    else if (status is >= 400 and not 414 && (response.Content.Headers.ContentType?.MediaType != "application/problem+json" || !answer.Contains("\"code\"", StringComparison.Ordinal)))
                    {
                        failures.Add($"{status} without a problem: {told} -> {answer[..Math.Min(200, answer.Length)]}");
                    }
                }
            }
        }

        string.Join("\n", failures.Take(15)).ShouldBeEmpty();
        sent.ShouldBeGreaterThan(400);
        statuses.Keys.Count(s => s < 300).ShouldBeGreaterThan(0);
        statuses[400].ShouldBeGreaterThan(100);
        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} requests: {string.Join(", ", statuses.Select(s => $"{s.Value} x {s.Key}"))}");
    }

    private static HttpRequestMessage Make(string path, JsonProperty operation, Dictionary<string, string> ids, FuzzBodies bodies, Random random, out string told)
    {
        var query = new List<string>();
        var address = path;
        var request = new HttpRequestMessage { Method = new(operation.Name.ToUpperInvariant()) };
        foreach (var parameter in operation.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray() : default(JsonElement.ArrayEnumerator))
        {
            var name = parameter.GetProperty("name").GetString()!;
            switch (parameter.GetProperty("in").GetString())
            {
                case "path":
                    var value = random.Next(8) switch
                    {
                        0 => Guid.NewGuid().ToString(),

                        // A zero in a path is refused before it comes to the API.
                        1 => Uri.EscapeDataString(bodies.Text().Replace("\ud800", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)),
                        _ => ids.GetValueOrDefault(name, Guid.Empty.ToString()),
                    };
                    address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                    break;
                case "query" when random.Next(3) > 0:
                    query.Add($"{name}={Uri.EscapeDataString(bodies.Text().Replace("\ud800", "", StringComparison.Ordinal))}");
                    break;
                case "header":
                    // What is deleted would be missing for all that comes after.
                    request.Headers.TryAddWithoutValidation(name, random.Next(4) switch { 0 => "\"99\"", 1 => "nonsense", 2 => "W/\"1\"", _ when request.Method == HttpMethod.Delete => "\"98\"", _ => "*" });
                    break;
            }
        }

        request.RequestUri = new(address + (query.Count == 0 ? "" : "?" + string.Join('&', query)), UriKind.Relative);
        var body = "";
        if (operation.Value.TryGetProperty("requestBody", out var described))
        {
            var example = JsonNode.Parse(described.GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText())!;
            body = random.Next(12) switch
            {
                0 => "",
                1 => "{\"name\":",
                2 => "\u0000\u0001",
                3 => example.ToJsonString(),
                _ => bodies.Changed(example)?.ToJsonString() ?? "null",
            };
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = random.Next(15) == 0 ? new MediaTypeHeaderValue("text/plain") : new MediaTypeHeaderValue("application/json");
        }

        var asked = request.RequestUri.ToString();
        told = $"{request.Method} {(asked.Length > 250 ? asked[..250] : asked)} {(body.Length > 300 ? body[..300] : body)}";
        return request;
    }

    private static async Task<Dictionary<string, string>> IdsAsync(ServerRig server)
    {
        var made = await server.ProjectAsync(Url);
        var project = made.GetProperty("project").Id();
        var run = await server.RunAsync(project);
        await server.EventsAsync(run);
        return new()
        {
            ["projectId"] = project.ToString(),
            ["environmentId"] = made.GetProperty("environment").Id().ToString(),
            ["runId"] = run.ToString(),
            ["otherRunId"] = run.ToString(),
            ["caseId"] = (await server.GetAsync($"/api/v1/runs/{run}/cases")).Items()[0].Id().ToString(),
            ["runHealId"] = (await server.GetAsync($"/api/v1/runs/{run}/heals")).Items()[0].Id().ToString(),
            ["projectCaseId"] = (await server.GetAsync($"/api/v1/projects/{project}/cases")).Items()[0].Id().ToString(),
            ["healId"] = (await server.GetAsync($"/api/v1/projects/{project}/heals")).Items()[0].Id().ToString(),
        };
    }
}
