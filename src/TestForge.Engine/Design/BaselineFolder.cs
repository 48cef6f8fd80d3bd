using TestForge.Engine.Artifacts;
using TestForge.Engine.Design.Trials;
using TestForge.Engine.Pictures;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Keeps baselines from one run to the next: what was there before is what a plan compares with, and what is new is added.</summary>
internal sealed class BaselineFolder(BaselineSource source, IArtifactStore artifacts)
{
    /// <summary>Not stopped half-way: the plan that names them is kept when the run is interrupted.</summary>
    public async Task<IReadOnlyList<Baseline>> KeepAsync(TestPlan plan, TrialBaselines seen)
    {
        var baselines = new List<Baseline>();
        foreach (var name in plan.Cases.SelectMany(c => c.Steps).Select(s => s.Action).OfType<StepAction.ExpectPicture>().Select(a => a.Baseline).Distinct())
        {
            var file = FileOf(name);
            TakeOver(FileOf(BaselineNames.WithoutViewport(name)), file);
            var picture = await KeptAsync(Path.Combine(source.Folder, file), seen.Of(name));
            baselines.Add(new(name, PictureTaker.Platform, await artifacts.PutAsync(ArtifactKinds.Baseline, picture, CancellationToken.None)));
        }

        return baselines;
    }

    private static string FileOf(string name) => new Baseline(name, PictureTaker.Platform, new("", "", 0)).FileName;

    /// <summary>Baselines from before there was a viewport in their names stay what is compared with.</summary>
    private void TakeOver(string earlier, string file)
    {
        var (from, to) = (Path.Combine(source.Folder, earlier), Path.Combine(source.Folder, file));
        if (File.Exists(from) && !File.Exists(to))
        {
            File.Move(from, to);
        }
    }

    private async Task<byte[]> KeptAsync(string path, byte[] seen)
    {
        if (source.Update || !File.Exists(path))
        {
            Directory.CreateDirectory(source.Folder);
            await WholeFile.WriteAsync(path, seen, CancellationToken.None);
            return seen;
        }

        var kept = await File.ReadAllBytesAsync(path, CancellationToken.None);
        try
        {
            Picture.FromPng(kept);
            return kept;
        }
        catch (InvalidDataException e)
        {
            throw new StageException(
                "baseline.unreadable",
                $"The baseline '{path}' cannot be used: {e.Message} Take it from version control again, or delete it to have it taken anew.",
                retryable: false,
                e);
        }
    }
}
