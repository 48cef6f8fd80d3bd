using System.Text.Json;

namespace TestForge.Server.Tests.Docs;

public sealed class ApiDescriptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_API_is_described_in_version_3_0_without_a_key()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var nobody = server.ClientWith(null);

        var document = JsonDocument.Parse(await nobody.GetStringAsync("/openapi/v1.json", Token)).RootElement;

        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.0.");
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value).ToArray();
        operations.Length.ShouldBeGreaterThan(15);
        operations.Select(o => o.GetProperty("operationId").GetString()).ShouldBeUnique();
        operations.ShouldAllBe(o => o.GetProperty("summary").GetString()!.Length > 0);
        operations.ShouldAllBe(o => o.GetProperty("responses").EnumerateObject().Any(r => r.Name == "401"));
        document.GetProperty("paths").EnumerateObject().ShouldAllBe(p => p.Name.StartsWith("/api/v1/"));
    }

    [Fact]
    public async Task Every_operation_has_examples_its_failures_and_a_tag()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var missing = new List<string>();

        foreach (var path in (await server.GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                missing.AddRange(Missing(operation.Value).Select(what => $"{operation.Name} {path.Name}: {what}"));
            }
        }

        missing.ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(JsonElement operation)
    {
        if (!operation.TryGetProperty("tags", out var tags) || tags.GetArrayLength() == 0)
        {
            yield return "no tag";
        }

        if (operation.TryGetProperty("requestBody", out var body) && !HasExample(body))
        {
            yield return "no example of the body";
        }

        var responses = operation.GetProperty("responses").EnumerateObject().ToArray();
        foreach (var needed in new[] { "400", "401", "403", "429", "500" }.Except(responses.Select(r => r.Name)))
        {
            yield return $"no answer {needed}";
        }

        foreach (var response in responses.Where(r => r.Value.TryGetProperty("content", out _) && !HasExample(r.Value)))
        {
            yield return $"no example of the answer {response.Name}";
        }

        foreach (var failure in responses.Where(r => r.Name[0] is '4' or '5'))
        {
            if (failure.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("example").GetProperty("code").GetString() is not { Length: > 3 })
            {
                yield return $"no code in {failure.Name}";
            }
        }

        if (!responses.Any(r => r.Name[0] == '2'))
        {
            yield return "no success";
        }
    }

    private static bool HasExample(JsonElement of) => of.GetProperty("content").EnumerateObject().All(c => c.Value.TryGetProperty("example", out _));

    [Fact]
    public async Task The_description_in_the_repository_is_the_one_that_is_served()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        var served = await server.GetAsync("/openapi/v1.json");
        var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "api", "openapi.json"), Token)).RootElement;

        JsonElement.DeepEquals(kept, served).ShouldBeTrue("build src/TestForge.Server, which writes docs/api/openapi.json");
    }

    [Theory]
    [InlineData("/docs/index.html", "swagger")]
    [InlineData("/errors/project.not_found", "# project.not_found")]
    public async Task Pages_for_people_are_served(string path, string text)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var nobody = server.ClientWith(null);

        (await nobody.GetStringAsync(path, Token)).ShouldContain(text);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
