using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace TestForge.Platform.Accounts;

/// <summary>Hashes and compares passwords with the framework's hasher: PBKDF2, HMAC-SHA-512, a salt of 128 bits.</summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    private readonly PasswordHasher<LocalAccount> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> _nobodys;

    // Whoever sends many passwords must not take the machine from everybody else.
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount - 1));

    public Passwords() => _nobodys = new(() => _hasher.HashPassword(null!, Guid.NewGuid().ToString()));

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => OnPlaceAsync(() => _hasher.HashPassword(null!, password), cancellationToken);

    /// <summary>Compares; takes as long when there is no hash. Says also whether the hash should be made anew.</summary>
    public async Task<(bool Right, bool Outdated)> CompareAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var result = await OnPlaceAsync(() => _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, password), cancellationToken);
        return (hash is not null && result != PasswordVerificationResult.Failed, result == PasswordVerificationResult.SuccessRehashNeeded);
    }

    public void Dispose() => _places.Dispose();

    private async Task<T> OnPlaceAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return work();
        }
        finally
        {
            _places.Release();
        }
    }
}
