using TestForge.Engine.Claude.Prompts;

namespace TestForge.Engine.Claude;

/// <summary>One question. The parts are sent from the most stable to the least, so that what is before the question is cached by the provider.</summary>
internal sealed record ClaudeRequest
{
    /// <summary>Name of the prompt, such as <c>page.understand</c>.</summary>
    public required string PromptName { get; init; }

    /// <summary>Raised whenever the prompt's words change; answers to an older version are not used again.</summary>
    public required int PromptVersion { get; init; }

    /// <summary>The same words for every call with this prompt.</summary>
    public required string Instructions { get; init; }

    /// <summary>What is the same for many calls of a run, such as a summary of the site.</summary>
    public PageData? Summary { get; init; }

    /// <summary>What is asked of this piece of the application, in our own words.</summary>
    public required string Question { get; init; }

    /// <summary>The piece of the application the question is about.</summary>
    public IReadOnlyList<PageData> Data { get; init; } = [];

    /// <summary>The longest answer, in tokens, thinking included.</summary>
    public required int MaxOutputTokens { get; init; }

    /// <summary>Another model than the one in the options.</summary>
    public string? Model { get; init; }

    public ClaudeEffort? Effort { get; init; }

    /// <summary>The longest time for the call with its retries and waits, where somebody waits for it. It does not shape the answer. Unset: that of the options.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>What the call is for. It does not shape the answer.</summary>
    public required ClaudePurpose Purpose { get; init; }

    /// <summary>Which page, case or element it is about, for the price of each. It does not shape the answer.</summary>
    public string? Subject { get; init; }
}
