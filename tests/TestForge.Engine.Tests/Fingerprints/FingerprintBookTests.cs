using Microsoft.Extensions.Options;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Pictures;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Fingerprints;

public sealed class FingerprintBookTests : IDisposable, IRunEvents
{
    private static readonly PlanElement Pay = new("p1.e1", "p1", "Pay", new() { Kind = LocatorKind.TestId, Value = "pay" }, new() { Tag = "button", Name = "Pay" });
    private static readonly TestCase Case = Plans.Case("pay", new StepAction.Click("p1.e1"));
    private static readonly TestPlan Plan = Plans.Of(new("https://shop.test/"), [Pay], Case);
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-prints-").FullName;
    private readonly List<RunEvent> _events = [];

    private string File => Path.Combine(_folder, "history", "shop.prints");

    [Fact]
    public async Task What_a_case_that_passed_saw_is_known_to_the_next_run()
    {
        await RunAsync("Pay now");

        using var book = await OpenAsync();

        book.Newest(Plan, Pay).Name.ShouldBe("Pay now");
        book.LastAt(Plan, Case, 0).ShouldBe("/cart");
    }

    [Fact]
    public async Task A_plan_that_was_designed_since_knows_better()
    {
        await RunAsync("Pay now");
        var anew = Pay with { Id = "p7.e3", Print = Pay.Print with { Name = "Pay order" } };

        using var book = await OpenAsync();

        book.Newest(Plan, anew).Name.ShouldBe("Pay order");
    }

    [Fact]
    public async Task Another_environment_has_its_own()
    {
        await RunAsync("Pay now");

        using var book = await OpenAsync();

        book.Newest(Plan with { Target = new("https://test.shop.test/") }, Pay).Name.ShouldBe("Pay");
    }

    [Fact]
    public async Task An_element_is_wanted_once_a_run()
    {
        using var book = await OpenAsync();
        book.Wants(Plan, Pay, Pay.Locator).ShouldBeTrue();

        book.Passed(Plan, Case, SightOf("Pay now"));

        book.Wants(Plan, Pay, Pay.Locator).ShouldBeFalse();
    }

    [Fact]
    public void Looks_are_kept_by_what_differs_and_the_oldest_go()
    {
        var past = new ElementPast("", []);
        foreach (var (name, x) in new[] { ("a", 1), ("a", 2), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 9) })
        {
            past = past.With("basis", new() { Tag = "button", Name = name, Box = new(x, 0, 1, 1) }, look: null, new(2026, 1, 1 + x));
        }

        past.Seen.Select(s => s.Print.Name).ShouldBe(["b", "c", "d", "e", "f"]);
        new ElementPast("", []).With("b", Pay.Print, look: null, new(2026, 1, 1)).With("b", Pay.Print with { Box = new(5, 5, 1, 1) }, look: null, new(2026, 2, 1)).Seen.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(s => s.Print.Box.X.ShouldBe(5), s => s.First.ShouldBe(new(2026, 1, 1)), s => s.Last.ShouldBe(new(2026, 2, 1)));
    }

    [Fact]
    public async Task A_picture_lies_beside_the_fingerprints_until_none_of_them_has_it()
    {
        byte[] png = [.. new Picture(2, 2, new byte[12]).ToPng()];
        using (var book = await OpenAsync())
        {
            book.LacksLook(Plan, Pay, Pay.Locator).ShouldBeTrue();
            book.Passed(Plan, Case, SightOf("Pay now", new(png, new(0, 0, 1, 1))));
            await book.SaveAsync(TestContext.Current.CancellationToken);
        }

        using (var book = await OpenAsync())
        {
            book.LacksLook(Plan, Pay, Pay.Locator).ShouldBeFalse();
            book.LookOf(Plan, Pay)!.Png.ShouldBe(png);
            await System.IO.File.WriteAllBytesAsync(Directory.GetFiles($"{File}.looks").ShouldHaveSingleItem(), [1], TestContext.Current.CancellationToken);
            book.LookOf(Plan, Pay).ShouldBeNull("the file is another than the one that was kept");
        }

        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            await RunAsync(name);
        }

        Directory.GetFiles($"{File}.looks").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_cannot_be_written_is_told_and_loses_no_run_and_one_that_is_gone_is_taken_again()
    {
        var picture = new ElementPicture([.. new Picture(2, 2, new byte[12]).ToPng()], new(0, 0, 1, 1));
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync($"{File}.looks", "in the way", TestContext.Current.CancellationToken);
        using (var book = await OpenAsync())
        {
            book.Passed(Plan, Case, SightOf("Pay now", picture));
            await book.SaveAsync(TestContext.Current.CancellationToken);
        }

        _events.OfType<RunEvent.RunWarning>().ShouldHaveSingleItem().Code.ShouldBe("history.unusable");

        System.IO.File.Delete($"{File}.looks");
        using (var book = await OpenAsync())
        {
            book.Passed(Plan, Case, SightOf("Pay now", picture));
            await book.SaveAsync(TestContext.Current.CancellationToken);
        }

        Directory.Delete($"{File}.looks", recursive: true);
        using var later = await OpenAsync();
        later.LacksLook(Plan, Pay, Pay.Locator).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_begun_anew_and_one_of_the_future_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllBytesAsync(File, [1, 2, 3], TestContext.Current.CancellationToken);
        await RunAsync("Pay now");
        _events.ShouldBeEmpty();

        await new FingerprintFile { Version = 99 }.WriteAsync(File, TestContext.Current.CancellationToken);
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        await RunAsync("Pay now");

        _events.OfType<RunEvent.RunWarning>().ShouldHaveSingleItem().Code.ShouldBe("history.unusable");
        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    void IRunEvents.Publish(RunEvent runEvent) => _events.Add(runEvent);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RunAsync(string name)
    {
        using var book = await OpenAsync();
        book.Passed(Plan, Case, SightOf(name));
        await book.SaveAsync(TestContext.Current.CancellationToken);
    }

    private static CaseSight SightOf(string name, ElementPicture? picture = null)
    {
        var sight = new CaseSight();
        sight.Add(new(Pay, Pay.Locator, Pay.Print with { Name = name }, picture));
        sight.Passed("/cart");
        return sight;
    }

    private async Task<FingerprintBook> OpenAsync()
    {
        var book = new FingerprintBook(Options.Create(new FingerprintOptions { File = File }), TimeProvider.System, this);
        await book.LoadAsync(TestContext.Current.CancellationToken);
        return book;
    }
}
