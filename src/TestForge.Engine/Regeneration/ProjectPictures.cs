using System.Security.Cryptography;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Regeneration;

/// <summary>Writes the baselines of a project. One that a person has taken anew is never overwritten.</summary>
/// <param name="pathOf">The whole path of a file of the project.</param>
/// <param name="before">SHA-256 of the pictures that were last written, by file.</param>
internal sealed class ProjectPictures(Func<string, string> pathOf, IReadOnlyDictionary<string, string> before)
{
    public async Task<IReadOnlyList<FileChange>> WriteAsync(IReadOnlyDictionary<string, ArtifactRef> pictures, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var changes = new List<FileChange>();
        foreach (var file in pictures.Keys.Concat(before.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var picture = pictures.GetValueOrDefault(file);
            var fate = await FateAsync(file, picture, cancellationToken);
            if (fate == FileFate.Written)
            {
                await PutAsync(pathOf(file), picture!, artifacts, cancellationToken);
            }
            else if (fate == FileFate.Removed)
            {
                File.Delete(pathOf(file));
            }

            changes.Add(new(file, fate, []));
        }

        return changes;
    }

    private async Task<FileFate> FateAsync(string file, ArtifactRef? picture, CancellationToken cancellationToken)
    {
        var last = before.GetValueOrDefault(file);
        if (!File.Exists(pathOf(file)))
        {
            return picture is null ? FileFate.Unchanged : last is null ? FileFate.Written : FileFate.Kept;
        }

        var found = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(pathOf(file), cancellationToken)));
        return found == picture?.Sha256 ? FileFate.Unchanged
            : found != last ? FileFate.Kept
            : picture is null ? FileFate.Removed
            : FileFate.Written;
    }

    private static async Task PutAsync(string path, ArtifactRef picture, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        await using var content = await artifacts.OpenAsync(picture, cancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await WholeFile.WriteAsync(path, bytes.ToArray(), cancellationToken);
    }
}
