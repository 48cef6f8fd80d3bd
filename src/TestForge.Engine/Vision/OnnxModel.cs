using System.Globalization;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TestForge.Engine.Pictures;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>An opened model file whose metadata, inputs and outputs keep the contract.</summary>
internal sealed class OnnxModel : IDisposable
{
    private const string Input = "pixel_values_videos";
    private const string Output = "last_hidden_state";

    private readonly InferenceSession _session;
    private readonly string _file;

    private OnnxModel(InferenceSession session, string file, string hash)
    {
        (_session, _file, Hash) = (session, file, hash);
        Metadata = ModelMetadata.Read(session.ModelMetadata.CustomMetadataMap, file);
        CheckSignature();
        TakesBatches = session.InputMetadata[Input].Dimensions[0] < 0;
    }

    public string Hash { get; }

    public ModelMetadata Metadata { get; }

    /// <summary>Whether it takes several pictures at once.</summary>
    public bool TakesBatches { get; }

    /// <exception cref="StageException">The file is not there, no ONNX model, or not as the contract says.</exception>
    public static async Task<OnnxModel> OpenAsync(string path, string provider, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new StageException("vision.model_missing", $"There is no model file '{path}'. Export one with tools/vjepa-export, or leave --vision-model out.", retryable: false);
        }

        await using var bytes = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
        InferenceSession? session = null;
        try
        {
            OnnxRuntimeLibrary.Locate();
            using var options = OptionsFor(provider);
            session = new InferenceSession(path, options);
            return new(session, file, hash);
        }
        catch (OnnxRuntimeException e)
        {
            session?.Dispose();
            throw new StageException("vision.model_unreadable", $"'{file}' cannot be loaded as an ONNX model: {e.Message}", retryable: false, e);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new StageException(
                "vision.runtime_missing",
                $"ONNX Runtime's library for this system is not there: {(e.InnerException ?? e).Message} Name one with {OnnxRuntimeLibrary.PathVariable}, or leave --vision-model out.",
                retryable: false,
                e);
        }
        catch (StageException)
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>For each picture the mean over the tokens that it covers, as the model gives it.</summary>
    /// <exception cref="StageException"><c>vision.model_output</c>: another shape than the contract's, or no numbers.</exception>
    public float[][] Run(IReadOnlyList<Picture> pictures)
    {
        Letterbox[] boxes = [.. pictures.Select(p => Letterbox.Of(p, Metadata.Side, Metadata.Patch))];
        using var input = OrtValue.CreateTensorValueFromMemory(PixelTensor.Of(boxes, Metadata), PixelTensor.Shape(boxes.Length, Metadata));
        using var run = new RunOptions();
        using var outputs = RunSession(run, input);
        var shape = outputs[0].GetTensorTypeAndShape().Shape;
        if (shape is not [var batch, var tokens, var dimension] || batch != boxes.Length || tokens != Metadata.Tokens || dimension != Metadata.Dimension)
        {
            throw Wrong($"it gave a tensor of {Words(shape)} for {boxes.Length} pictures, where {Words([boxes.Length, Metadata.Tokens, Metadata.Dimension])} follows from its metadata");
        }

        var values = outputs[0].GetTensorDataAsSpan<float>();
        var means = new float[boxes.Length][];
        for (var i = 0; i < boxes.Length; i++)
        {
            means[i] = Mean(values.Slice(i * Metadata.Tokens * Metadata.Dimension, Metadata.Tokens * Metadata.Dimension), boxes[i]);
            if (means[i].Any(v => !float.IsFinite(v)))
            {
                throw Wrong("it gave values that are not finite numbers");
            }
        }

        return means;
    }

    public void Dispose() => _session.Dispose();

    private static SessionOptions OptionsFor(string provider)
    {
        var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };

        // Threads that wait would keep the cores from the browsers beside them.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (provider != VisionOptions.Cuda)
        {
            return options;
        }

        if (!OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider"))
        {
            options.Dispose();
            throw new StageException(
                "vision.provider_missing",
                $"This build of ONNX Runtime has no CUDA. Name one that has with {OnnxRuntimeLibrary.PathVariable}, or use --vision-provider cpu.",
                retryable: false);
        }

        options.AppendExecutionProvider_CUDA();
        return options;
    }

    private static string Words(IEnumerable<long> shape) => "[" + string.Join(", ", shape.Select(d => d < 0 ? "any" : d.ToString(CultureInfo.InvariantCulture))) + "]";

    private IDisposableReadOnlyCollection<OrtValue> RunSession(RunOptions run, OrtValue input)
    {
        try
        {
            return _session.Run(run, [Input], [input], [Output]);
        }
        catch (OnnxRuntimeException e)
        {
            throw Wrong($"it cannot be run: {e.Message}", e);
        }
    }

    private void CheckSignature()
    {
        CheckTensor(_session.InputMetadata, Input, "input", PixelTensor.Shape(-1, Metadata));
        CheckTensor(_session.OutputMetadata, Output, "output", [-1, Metadata.Tokens, Metadata.Dimension]);
        if (_session.InputMetadata.Count != 1)
        {
            throw new StageException("vision.model_signature", $"'{_file}' has {_session.InputMetadata.Count} inputs; the contract has one, '{Input}'.", retryable: false);
        }
    }

    private void CheckTensor(IReadOnlyDictionary<string, NodeMetadata> tensors, string name, string what, long[] needed)
    {
        if (!tensors.TryGetValue(name, out var found))
        {
            throw Refused($"has no {what} '{name}', but {string.Join(", ", tensors.Keys.Select(k => $"'{k}'"))}");
        }

        // A length may be left open; the first is the number of pictures, which may also be fixed to one.
        var fits = found.IsTensor && found.ElementDataType == TensorElementType.Float && found.Dimensions.Length == needed.Length
            && found.Dimensions.Zip(needed).Select((d, i) => d.First < 0 || d.First == (i == 0 ? 1 : d.Second)).All(f => f);
        if (!fits)
        {
            throw Refused($"has the {what} '{name}' as {found.ElementDataType} {Words(found.Dimensions?.Select(d => (long)d) ?? [])}; from its metadata follows Float {Words(needed)}");
        }

        StageException Refused(string message) => new("vision.model_signature", $"'{_file}' {message}.", retryable: false);
    }

    private float[] Mean(ReadOnlySpan<float> tokens, Letterbox box)
    {
        var mean = new float[Metadata.Dimension];
        for (var slice = 0; slice < Metadata.Slices; slice++)
        {
            for (var row = 0; row < box.Rows; row++)
            {
                for (var column = 0; column < box.Columns; column++)
                {
                    var token = (((slice * Metadata.GridSide) + row) * Metadata.GridSide) + column;
                    System.Numerics.Tensors.TensorPrimitives.Add(mean, tokens.Slice(token * Metadata.Dimension, Metadata.Dimension), mean);
                }
            }
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(mean, Metadata.Slices * box.Rows * box.Columns, mean);
        return mean;
    }

    private StageException Wrong(string message, Exception? inner = null) => new("vision.model_output", $"'{_file}' breaks the contract: {message}.", retryable: false, inner);
}
