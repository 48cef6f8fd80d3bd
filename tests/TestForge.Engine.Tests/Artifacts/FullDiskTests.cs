using TestForge.Engine.Artifacts;

namespace TestForge.Engine.Tests.Artifacts;

public sealed class FullDiskTests
{
    [Fact]
    public void Knows_what_the_system_says_of_a_full_disk()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");

        var full = Should.Throw<IOException>(() => File.WriteAllText("/dev/full", "x"));

        FullDisk.Is(full).ShouldBeTrue();
        FullDisk.Failure("/out/evidence/a.png", full).Message.ShouldContain("'/out/evidence'");
    }

    [Fact]
    public void Other_failures_to_write_are_no_full_disk() =>
        FullDisk.Is(Should.Throw<IOException>(() => File.WriteAllText("/no/such/folder/file", "x"))).ShouldBeFalse();
}
