namespace TestForge.Engine.Claude;

/// <summary>The one way to a language model. Whatever is not an answer is an outcome too, and the caller goes on by rules.</summary>
internal interface IClaude
{
    /// <summary>Whether there is a key, so that a caller can spare itself the making of requests.</summary>
    bool IsEnabled { get; }

    /// <summary>Asks for a value of <typeparamref name="T"/>, whose properties are the schema of the answer.</summary>
    /// <param name="scope">On whose account.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="check">What is wrong with an answer beyond its schema, such as names that are not on the site map; empty when nothing is.
    /// An answer with faults is asked for once more, then dropped.</param>
    /// <param name="cancellationToken">Stops the call; what it cost until then is booked.</param>
    Task<ClaudeResult<T>> AskAsync<T>(ClaudeScope scope, ClaudeRequest request, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class;
}
