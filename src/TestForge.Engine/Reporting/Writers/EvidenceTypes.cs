using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Media types of evidence.</summary>
internal static class EvidenceTypes
{
    public static string MediaTypeOf(string kind) => kind switch
    {
        ArtifactKinds.Screenshot or ArtifactKinds.Thumbnail => "image/jpeg",
        ArtifactKinds.Baseline or ArtifactKinds.ActualPicture or ArtifactKinds.PictureDifference or ArtifactKinds.PictureHeatMap => "image/png",
        ArtifactKinds.Trace => "application/zip",
        ArtifactKinds.ConsoleLog or ArtifactKinds.NetworkLog => "text/plain",
        _ => "application/json",
    };
}
