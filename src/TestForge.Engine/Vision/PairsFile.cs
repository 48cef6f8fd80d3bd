using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TestForge.Engine.Pictures;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>Reads labelled pairs, one JSON object a line.</summary>
internal static class PairsFile
{
    private const int MostPictures = 4;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <exception cref="StageException"><c>vision.pairs_invalid</c>, with the line.</exception>
    public static async IAsyncEnumerable<LabelledPair> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new StageException("vision.pairs_invalid", $"There is no file of pairs '{path}'.", retryable: false);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var number = 0;
        var pictures = new Dictionary<string, Picture>(StringComparer.Ordinal);
        await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var line = Parse(text);
            yield return new(line.Group ?? line.Before, line.Same, Look(line.Before, line.BeforeBox), Look(line.After, line.AfterBox));
        }

        PairLine Parse(string text)
        {
            try
            {
                return JsonSerializer.Deserialize<PairLine>(text, Options) ?? throw Wrong("it is null");
            }
            catch (JsonException e)
            {
                throw Wrong(e.Message, e);
            }
        }

        ElementLook Look(string picture, int[] box)
        {
            if (box is not [var x, var y, > 0 and var width, > 0 and var height])
            {
                throw Wrong("a box is four whole numbers: x, y, width, height");
            }

            return ElementLook.CutFrom(Load(Path.Combine(folder, picture)), new(x, y, width, height)) ?? throw Wrong($"the box lies outside of '{picture}'");
        }

        Picture Load(string picture)
        {
            // Neighbouring lines mostly share their pictures.
            if (pictures.TryGetValue(picture, out var known))
            {
                return known;
            }

            if (pictures.Count == MostPictures)
            {
                pictures.Clear();
            }

            try
            {
                return pictures[picture] = Picture.FromPng(File.ReadAllBytes(picture));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw Wrong($"'{picture}' cannot be read: {e.Message}", e);
            }
        }

        StageException Wrong(string message, Exception? inner = null) => new(
            "vision.pairs_invalid",
            string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {number}: {message}. docs/guides/vision.md shows the format."),
            retryable: false,
            inner);
    }
}
