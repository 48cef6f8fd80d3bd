using TestForge.Engine.Regeneration;

namespace TestForge.Engine.Tests.Regeneration;

public sealed class ThreeWayMergeTests
{
    [Theory]
    [InlineData("a b c d e", "a X c d e", "a b c d Y", "a X c d Y")]
    [InlineData("a b c", "a b c mine", "new a b c", "new a b c mine")]
    [InlineData("a b c d e", "a c d e", "a b c e", "a c e")]
    [InlineData("a b c", "a X c", "a X c", "a X c")]
    [InlineData("", "mine", "", "mine")]
    public void Takes_what_either_side_changed(string origin, string edited, string generated, string merged) =>
        Merge(origin, edited, generated).ShouldBe(merged);

    [Theory]
    [InlineData("a b c", "a X c", "a Y c", 2)]
    [InlineData("a b c", "a c", "a B c", 2)]
    [InlineData("a b", "a b mine", "a b ours", 3)]
    public void Says_where_both_changed_the_same(string origin, string edited, string generated, int line)
    {
        var merged = ThreeWayMerge.Of(Lines(origin), Lines(edited), Lines(generated));

        merged.Text.ShouldBeNull();
        merged.Conflicts.ShouldBe([line]);
    }

    [Fact]
    public void An_edit_stays_in_its_test_when_tests_that_look_alike_come_and_go_around_it()
    {
        var origin = Spec("one", "two", "three", "four");
        var edited = origin.Replace("open two;", "open two;\n  // Ours: wait for the banner.\n  banner two;", StringComparison.Ordinal);

        var merged = ThreeWayMerge.Of(origin, edited, Spec("zero", "one", "between", "two", "four", "five")).Text;

        merged.ShouldBe(Spec("zero", "one", "between", "two", "four", "five").Replace("open two;", "open two;\n  // Ours: wait for the banner.\n  banner two;", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_one_side_alone_changed_is_lost_or_asked_about()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var origin = Text(random, 30);
            var edited = Changed(origin, random);

            ThreeWayMerge.Of(origin, edited, origin).Text.ShouldBe(edited);
            ThreeWayMerge.Of(origin, origin, edited).Text.ShouldBe(edited);
            ThreeWayMerge.Of(origin, edited, edited).Text.ShouldBe(edited);
        }
    }

    [Fact]
    public void Both_sides_may_change_roles_and_the_merge_stays_the_same()
    {
        var random = new Random(11);
        var clean = 0;
        for (var round = 0; round < 300; round++)
        {
            var origin = Text(random, 60);
            var (one, other) = (Changed(origin, random), Changed(origin, random));

            var merged = ThreeWayMerge.Of(origin, one, other).Text;

            merged.ShouldBe(ThreeWayMerge.Of(origin, other, one).Text);
            clean += merged is null ? 0 : 1;
        }

        // Both outcomes must have been there for this to say anything.
        clean.ShouldBeInRange(30, 270);
    }

    private static string? Merge(string origin, string edited, string generated) =>
        ThreeWayMerge.Of(Lines(origin), Lines(edited), Lines(generated)).Text?.Replace('\n', ' ');

    private static string Lines(string words) => words.Replace(' ', '\n');

    private static string Spec(params string[] names) =>
        string.Join("\n", names.Select(n => $"test('{n}', () => {{\n  open {n};\n  expect(ok);\n}});\n"));

    // Few different lines, so that alignment is not obvious.
    private static string Text(Random random, int length) => string.Join('\n', Enumerable.Range(0, length).Select(i => random.Next(3) == 0 ? $"line {i}" : $"common {random.Next(4)}"));

    private static string Changed(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var edit = random.Next(1, 4); edit > 0; edit--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(3))
            {
                case 0:
                    lines.Insert(at, $"added {random.Next(100)}");
                    break;
                case 1:
                    lines[at] = $"changed {random.Next(100)}";
                    break;
                default:
                    lines.RemoveAt(at);
                    break;
            }
        }

        return string.Join('\n', lines);
    }
}
