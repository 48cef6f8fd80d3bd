using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Artifacts;

public sealed class FolderArtifactStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Equal_content_is_stored_once()
    {
        var store = new FolderArtifactStore(_folder);

        var one = await store.PutAsync(ArtifactKinds.Screenshot, new byte[] { 1, 2 }, TestContext.Current.CancellationToken);
        var other = await store.PutAsync(ArtifactKinds.Screenshot, new byte[] { 1, 2 }, TestContext.Current.CancellationToken);

        other.ShouldBe(one);
        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_value_is_named()
    {
        var store = new FolderArtifactStore(_folder);

        var failure = await Should.ThrowAsync<StageException>(
            () => store.OpenAsync(new(ArtifactKinds.TestPlan, new('a', 64), 1), TestContext.Current.CancellationToken));

        failure.Code.ShouldBe("artifact.missing");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_reference_cannot_leave_the_folder(string hash) =>
        Should.Throw<StageException>(() => new FolderArtifactStore(_folder).PathOf(new(ArtifactKinds.Trace, hash, 1))).Code.ShouldBe("artifact.bad_reference");

    [Fact]
    public async Task Writers_of_the_same_content_do_not_disturb_each_other()
    {
        var store = new FolderArtifactStore(_folder);
        var content = new byte[100_000];

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.PutAsync(ArtifactKinds.Trace, content, TestContext.Current.CancellationToken)));

        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }
}
