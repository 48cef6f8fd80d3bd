using Microsoft.Extensions.Time.Testing;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 5, 4, 13, 2, 1, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_named_after_host_and_time() => Begin(null).ShouldBe(_folder.In("testforge-out", "shop.example-20260504-130201"));

    [Fact]
    public void Two_runs_in_one_second_have_two_folders()
    {
        Begin(null);
        Begin(null).ShouldEndWith("-20260504-130201-2");
    }

    [Fact]
    public void Takes_an_empty_folder_and_one_of_an_earlier_run()
    {
        Directory.CreateDirectory(_folder.In("mine"));
        Begin(_folder.In("mine"));
        File.WriteAllText(_folder.In("mine", "report.html"), "");
        Begin(_folder.In("mine")).ShouldBe(_folder.In("mine"));
    }

    [Fact]
    public void Refuses_a_folder_with_other_things()
    {
        _folder.Write("thesis.txt", "");
        Should.Throw<StageException>(() => Begin(_folder.Path)).Code.ShouldBe("output.not_empty");
    }

    [Fact]
    public void Refuses_a_file() =>
        Should.Throw<StageException>(() => Begin(_folder.Write("out", ""))).Code.ShouldBe("output.not_a_folder");

    [Theory]
    [InlineData("https://shop.example/a", "shop.example")]
    [InlineData("http://[::1]:80/", "--1")]
    [InlineData("http://münchen.example/", "xn--mnchen-3ya.example")]
    public void Host_names_are_safe_folder_names(string target, string name) => OutputFolder.NameFor(new(target)).ShouldBe(name.Trim('-'));

    [Fact]
    public void A_resumed_folder_must_hold_a_run()
    {
        Should.Throw<StageException>(() => OutputFolder.Resumed(_folder.In("nothing"))).Code.ShouldBe("resume.no_run");
        Directory.Exists(_folder.In("nothing")).ShouldBeFalse();
    }

    private string Begin(string? asked) => OutputFolder.Begin(asked, "shop.example", _folder.Path, _clock).Path;
}
