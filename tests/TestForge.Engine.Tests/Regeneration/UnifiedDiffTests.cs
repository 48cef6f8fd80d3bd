using System.Diagnostics;
using TestForge.Engine.Regeneration;

namespace TestForge.Engine.Tests.Regeneration;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Says_nothing_where_nothing_differs() => UnifiedDiff.Of("a.ts", "one\ntwo\n", "one\ntwo\n").ShouldBe("");

    [Fact]
    public void Shows_a_changed_line_with_three_around_it() =>
        UnifiedDiff.Of("pages/a.ts", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n").ShouldBe(
            "--- a/pages/a.ts\n+++ b/pages/a.ts\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    /// <summary>What <c>patch</c> itself makes of it, where the program is there.</summary>
    [Theory]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n12\n13\n")]
    [InlineData("a\nb", "a\nc")]
    [InlineData("a\nb\n", "a\nb")]
    [InlineData("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n")]
    [InlineData("x\nx\nx\ny\nx\nx\n", "x\nx\ny\nx\nx\nx\nz\n")]
    [InlineData("only\n", "")]
    public void Is_what_patch_reads(string before, string after)
    {
        var folder = Directory.CreateTempSubdirectory("testforge-diff-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "f.txt"), before);
            File.WriteAllText(Path.Combine(folder, "p.diff"), UnifiedDiff.Of("f.txt", before, after));

            using var patch = Process.Start(new ProcessStartInfo("git", ["apply", "--unsafe-paths", $"--directory={folder}", Path.Combine(folder, "p.diff")]) { WorkingDirectory = folder, RedirectStandardError = true })!;
            var error = patch.StandardError.ReadToEnd();
            patch.WaitForExit();

            patch.ExitCode.ShouldBe(0, error);
            (File.Exists(Path.Combine(folder, "f.txt")) ? File.ReadAllText(Path.Combine(folder, "f.txt")) : "").ShouldBe(after);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
