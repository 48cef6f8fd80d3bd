using System.Globalization;
using System.Text.Json;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Cli.Vision;

/// <summary>Checks and calibrates the models that look at pictures.</summary>
internal sealed class VisionCommand(CliEnvironment environment)
{
    /// <summary>Loads a model with all checks, measures it, and says what it is.</summary>
    public async Task<int> CheckAsync(string model, SettingValues flags, CancellationToken cancellationToken)
    {
        var facts = await VisionModels.CheckAsync(PathOf(model), ProviderOf(flags), cancellationToken);
        if (flags.Switch(KnownSettings.Json))
        {
            return Json(facts);
        }

        Line("model", $"{TerminalText.Clean(facts.Name)}, {Number(facts.Side)} px, {(facts.Frames == 1 ? "1 frame" : $"{Number(facts.Frames)} frames")}, {Number(facts.Tokens)} tokens of {Number(facts.Dimension)}{(facts.TakesBatches ? ", batches" : "")}");
        Line("sha-256", facts.Hash);
        Line("weights", $"sha-256 {TerminalText.Clean(facts.WeightsHash)}, licence {TerminalText.Clean(facts.Licence)}");
        Line("checks", "metadata, rope, signature, finite, deterministic, itself, not blind" + (facts.ComparedWithWeights ? ", as its weights gave" : ""));
        Line("calibrated", facts.Calibrated ? "yes" : "no: without thresholds of its own it has no say; testforge vision calibrate PAIRS --model FILE");
        Line("time", $"{Milliseconds(facts.Milliseconds)} an embedding ({Milliseconds(facts.ProcessorMilliseconds)} of processors); {Milliseconds(facts.LoadMilliseconds)} to load and check");
        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    /// <summary>Measures thresholds on labelled pairs and keeps them beside the model.</summary>
    public async Task<int> CalibrateAsync(string pairs, string? model, SettingValues flags, CancellationToken cancellationToken)
    {
        var result = await VisionModels.CalibrateAsync(PathOf(pairs), model is null ? null : PathOf(model), ProviderOf(flags), cancellationToken);
        if (flags.Switch(KnownSettings.Json))
        {
            return Json(result);
        }

        var tested = result.Tested;
        Line("embedder", TerminalText.Clean(result.Embedder));
        Line("pairs", $"{Number(result.Fitted)}: {Number(tested.Same)} of one element, {Number(tested.Other)} of two; tested on each part of the groups by thresholds found on the others");
        Line("figure", string.Create(CultureInfo.InvariantCulture, $"{result.StructureWeight:0.0} structure, {1 - result.StructureWeight:0.0} cosines"));
        Line("support", Threshold(result.Support, "from", tested.Supported, tested.WronglySupported, tested.Same));
        Line("veto", Threshold(result.Veto, "below", tested.Vetoed, tested.WronglyVetoed, tested.Other));
        Line("kept", result.File is null ? "no: the thresholds of the embedder without a model come along" : TerminalText.Clean(result.File));
        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    private static string Threshold(double? value, string word, int right, int wrong, int of) => value is null
        ? "never: no similarity is sure enough"
        : string.Create(CultureInfo.InvariantCulture, $"{word} {value:0.0000}: precision {Share(right, right + wrong)} ({right} of {right + wrong}), recall {Share(right, of)} ({right} of {of})");

    private static string Share(int part, int whole) => whole == 0 ? "none" : ((double)part / whole).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + " ms";

    private static string ProviderOf(SettingValues flags) => flags.Text(KnownSettings.VisionProvider) ?? VisionOptions.Cpu;

    private string PathOf(string path) => Path.GetFullPath(path, environment.WorkingFolder);

    private void Line(string word, string text) => environment.Output.WriteLine($"{word,-12}{text}");

    private int Json<T>(T value)
    {
        environment.Output.WriteLine(JsonSerializer.Serialize(value, ArtifactJson.Indented));
        environment.Output.Flush();
        return ExitCodes.Passed;
    }
}
