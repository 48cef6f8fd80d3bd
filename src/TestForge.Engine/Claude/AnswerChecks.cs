using TestForge.Engine.Claude.Masking;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Claude.Transport;

namespace TestForge.Engine.Claude;

/// <summary>Decides whether an answer can be used.</summary>
internal sealed class AnswerChecks(Masker masker)
{
    /// <summary>The text of an answer that came to its end; any other end ends the call.</summary>
    public static string Whole(ReceivedMessage message) => message.StopReason switch
    {
        "end_turn" or "stop_sequence" => message.Text,
        "refusal" => throw new ClaudeStopException(ClaudeOutcome.Refused, $"The model declined to answer{(message.RefusalCategory is { } category ? $" ({category})" : "")}."),
        "max_tokens" => throw new ClaudeStopException(ClaudeOutcome.CutOff, "The answer was longer than it may be."),
        "model_context_window_exceeded" => throw new ClaudeStopException(ClaudeOutcome.TooLong, "Question and answer do not fit into the model's context."),
        _ => throw new ClaudeStopException(ClaudeOutcome.Invalid, $"The answer ended with '{message.StopReason}', which has no meaning here."),
    };

    /// <summary>The answer with its values put back, or what is wrong with it, fit to be sent.</summary>
    public (T? Answer, IReadOnlyList<string> Faults) Read<T>(CallState call, string json, Func<T, IReadOnlyList<string>>? check)
        where T : class
    {
        var masked = call.Prompt.Masked;
        var (answer, faults) = AnswerReader.Read(masked.Unmask(json), check);
        return (answer, [.. faults.Select(f => masker.Mask(f, masked))]);
    }
}
