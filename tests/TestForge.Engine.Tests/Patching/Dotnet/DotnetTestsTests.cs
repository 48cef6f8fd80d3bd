using TestForge.Engine.Patching.Dotnet;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source.CSharp;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching.Dotnet;

public sealed class DotnetTestsTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-dotnet-").FullName;

    [Fact]
    public void What_the_recorder_saw_goes_to_the_test_that_failed_there_in_its_time()
    {
        Project("Shop.Tests.csproj", "<TargetFramework>net8.0</TargetFramework>");
        RecordedFailure[] seen = [Seen("A", 5, Noon), Seen("B", 5, Noon.AddMinutes(1)), Seen("C", 9, Noon)];

        var tests = DotnetTests.Of([Failed(5, Noon), Failed(5, Noon.AddMinutes(1)), Failed(7, Noon)], _folder, Files(), seen);

        tests.Select(t => t.Recorded.Select(r => r.Action).SingleOrDefault()).ShouldBe(["A", "B", null]);
    }

    [Fact]
    public void A_method_that_hands_a_task_on_is_in_no_stack_and_is_told_by_its_words()
    {
        Project("Shop.Tests.csproj", "");

        var test = DotnetTests.Of([Failed(7, Noon) with { Message = "Timeout\n  - waiting for GetByTestId(\"a\")" }], _folder, Files(), [Seen("A", 5, Noon) with { Message = "Timeout\n  - waiting for GetByTestId(\"a\")" }, Seen("B", 6, Noon)]).Single();

        test.Recorded.Single().Action.ShouldBe("A");
        (test.Title, test.File, test.Line, test.Project, test.Use).ShouldBe(("CardTests › Saves(1)", "CardTests.cs", 1, "Shop.Tests.csproj", "CardTests.cs › Saves"));
    }

    [Theory]
    [InlineData("/build/bin/Debug/net8.0/Shop.Tests.dll", "net8.0")]
    [InlineData("/build/artifacts/bin/Shop.Tests/debug_net10.0/Shop.Tests.dll", "net10.0")]
    [InlineData("C:/build/bin/Release/net8.0-windows/Shop.Tests.dll", "net8.0-windows")]
    public void Of_several_frameworks_the_one_that_ran_is_taken(string assembly, string expected)
    {
        Project("a/Shop.Tests.csproj", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        Project("b/Other.csproj", "");

        var target = DotnetTarget.Of(assembly, DotnetProject.Below(_folder), _folder);

        target.ShouldBe(new("a/Shop.Tests.csproj", expected));
        DotnetTarget.Parse(target.ToString()).ShouldBe(target);
    }

    [Fact]
    public void A_project_that_is_not_there_or_there_twice_is_told()
    {
        Project("a/Shop.Tests.csproj", "");
        Project("b/Other.csproj", "<AssemblyName>Shop.Tests</AssemblyName>");
        Project("bin/Shop.csproj", "");

        foreach (var assembly in new[] { "Shop.dll", "Shop.Tests.dll" })
        {
            Should.Throw<StageException>(() => DotnetTarget.Of(assembly, DotnetProject.Below(_folder), _folder)).Code.ShouldBe("suite.project_unknown");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Project(string name, string properties)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");
    }

    private static TrxResult Failed(int line, DateTimeOffset began) => new()
    {
        Name = "Saves(1)",
        Class = "CardTests",
        Method = "Saves",
        Assembly = "/build/Shop.Tests.dll",
        Outcome = "Failed",
        Began = began,
        Ended = began.AddSeconds(3),
        Stack = [new("/_/src/Connection.cs", 1), new("/build/e2e/CardTests.cs", line)],
    };

    private static RecordedFailure Seen(string action, int line, DateTimeOffset time) => new() { Action = action, Time = time.AddSeconds(2), Used = [new("CardTests.cs", line, 1)] };

    private static CSharpSuiteFiles Files() => new([new("CardTests.cs", CSharpSource.Parse("class CardTests { void Saves(int n) { } }", TestContext.Current.CancellationToken))]);
}
