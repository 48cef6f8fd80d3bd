using System.Security.Cryptography;
using System.Text;
using TestForge.Engine.Claude.Auditing;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Caching;
using TestForge.Engine.Claude.Prompts;

namespace TestForge.Engine.Claude;

/// <summary>One call on its way: what was asked, and what it has used so far.</summary>
internal sealed class CallState(ClaudeScope scope, ClaudeRequest request, WrittenPrompt prompt)
{
    public ClaudeScope Scope => scope;

    public ClaudeRequest Request => request;

    public WrittenPrompt Prompt => prompt;

    public string Key { get; } = AnswerKey.For(scope, request, prompt.Body);

    public ClaudeUsage Usage { get; private set; }

    public decimal Usd { get; private set; }

    /// <summary>Tokens of the prompt, as counted before the call.</summary>
    public long InputTokens { get; set; }

    public bool Repaired { get; set; }

    /// <summary>The last answer, with placeholders.</summary>
    public string? Answer { get; set; }

    public void Add(ClaudeUsage usage, decimal usd) => (Usage, Usd) = (Usage + usage, Usd + usd);

    public ClaudeResult<T> Ended<T>(ClaudeOutcome outcome, string reason)
        where T : class =>
        new() { Outcome = outcome, Reason = reason, Usage = Usage, Usd = Usd, Repaired = Repaired, Suspicious = prompt.Suspicious };

    /// <summary>A line for the ledger.</summary>
    public LedgerLine Line(DateTimeOffset at, decimal usd, long tokens) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        At = at,
        Tenant = scope.Tenant,
        Project = scope.Project,
        Run = scope.Run,
        Purpose = request.Purpose,
        Subject = request.Subject,
        Model = prompt.Body.Model,
        Usd = usd,
        Tokens = tokens,
    };

    public AuditLine Noted<T>(ClaudeResult<T> result, DateTimeOffset at, long milliseconds)
        where T : class => new()
        {
            At = at,
            Tenant = scope.Tenant,
            Project = scope.Project,
            Run = scope.Run,
            Purpose = request.Purpose,
            Subject = request.Subject,
            Prompt = request.PromptName,
            PromptVersion = request.PromptVersion,
            Model = prompt.Body.Model,
            Outcome = result.Outcome,
            Reason = result.Code,
            RequestSha256 = prompt.Body.Sha256,
            AnswerSha256 = Answer is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Answer))),
            Usage = Usage,
            Usd = Usd,
            SavedUsd = result.SavedUsd,
            Milliseconds = milliseconds,
            Masked = prompt.Masked.Count,
            Suspicious = prompt.Suspicious.Count,
            Request = Encoding.UTF8.GetString(prompt.Body.Bytes),
            Answer = Answer,
        };
}
