namespace TestForge.Engine.Claude.Caching;

/// <summary>Keeps answers. What cannot be read or written is as if it were not there: an answer is paid for, and serves without being kept.</summary>
public interface IAnswerCache
{
    /// <summary>The kept answer, or null when there is none, or it is too old.</summary>
    Task<CachedAnswer?> FindAsync(string key, CancellationToken cancellationToken);

    Task KeepAsync(CachedAnswer answer, CancellationToken cancellationToken);
}
