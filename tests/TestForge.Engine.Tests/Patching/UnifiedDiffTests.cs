using TestForge.Engine.Patching;

namespace TestForge.Engine.Tests.Patching;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Changes_near_each_other_share_a_hunk_and_far_ones_do_not()
    {
        var before = string.Concat(Enumerable.Range(1, 30).Select(i => $"line {i}\n"));
        var after = before.Replace("line 3\n", "line three\n", StringComparison.Ordinal).Replace("line 8\n", "line eight\n", StringComparison.Ordinal).Replace("line 25\n", "line 25a\nline 25b\n", StringComparison.Ordinal);

        UnifiedDiff.Of("a/b.ts", before, after).ShouldBe(
            """
            --- a/a/b.ts
            +++ b/a/b.ts
            @@ -1,11 +1,11 @@
             line 1
             line 2
            -line 3
            +line three
             line 4
             line 5
             line 6
             line 7
            -line 8
            +line eight
             line 9
             line 10
             line 11
            @@ -22,7 +22,8 @@
             line 22
             line 23
             line 24
            -line 25
            +line 25a
            +line 25b
             line 26
             line 27
             line 28

            """);
    }

    [Fact]
    public void A_last_line_without_an_end_is_said_and_ends_of_lines_stay()
    {
        UnifiedDiff.Of("x", "one\r\ntwo", "one\r\n2").ShouldBe("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n one\r\n-two\n\\ No newline at end of file\n+2\n\\ No newline at end of file\n");
    }

    [Fact]
    public void Equal_texts_have_no_diff() => UnifiedDiff.Of("x", "same\n", "same\n").ShouldBe("");
}
