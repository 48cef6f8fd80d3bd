using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tests.Data;

namespace TestForge.Platform.Tests.Secrets;

public sealed class InstallationKeysTests(Databases databases)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly LocalKeyEncryption _master = new(Options.Create(new SecretOptions { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Servers_share_keys_which_the_database_does_not_have_in_the_clear(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);
        using var one = new InstallationKeys(rig.Work, _master, _clock);
        using var other = new InstallationKeys(rig.Work, _master, _clock);

        await one.RefreshAsync(Token);
        await other.RefreshAsync(Token);

        foreach (var purpose in Enum.GetValues<InstallationKeyPurpose>())
        {
            other.Current(purpose).Key.ShouldBe(one.Current(purpose).Key);
            one.Of(purpose).Count.ShouldBe(1);
        }

        var rows = await rig.Work.SharedAsync(db => db.InstallationKeys.AsNoTracking().ToListAsync(Token), Token);
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(r => !Convert.ToHexString(r.Wrapped).Contains(Convert.ToHexString(one.Current(r.Purpose).Key)));
    }

    [Fact]
    public async Task A_new_key_is_known_a_day_before_it_is_used_and_the_old_one_long_after()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);
        using var keys = new InstallationKeys(rig.Work, _master, _clock);
        await keys.RefreshAsync(Token);
        var first = keys.Current(InstallationKeyPurpose.Signing).Id;

        _clock.Advance(InstallationKeys.UsedFor + TimeSpan.FromHours(1));
        var changed = keys.Changed;
        await keys.RefreshAsync(Token);
        changed.IsCancellationRequested.ShouldBeTrue();
        keys.Current(InstallationKeyPurpose.Signing).Id.ShouldBe(first);
        keys.Of(InstallationKeyPurpose.Signing).Count.ShouldBe(2);

        _clock.Advance(InstallationKeys.Ahead + TimeSpan.FromMinutes(1));
        await keys.RefreshAsync(Token);
        keys.Current(InstallationKeyPurpose.Signing).Id.ShouldNotBe(first);
        keys.Of(InstallationKeyPurpose.Signing).ShouldContain(k => k.Id == first);

        _clock.Advance(InstallationKeys.KnownAfter + TimeSpan.FromDays(1));
        await keys.RefreshAsync(Token);
        keys.Of(InstallationKeyPurpose.Signing).ShouldNotContain(k => k.Id == first);
    }

    [Fact]
    public async Task What_a_page_carries_opens_on_another_server_for_its_own_purpose_alone()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);
        using var one = new InstallationKeys(rig.Work, _master, _clock);
        using var other = new InstallationKeys(rig.Work, _master, _clock);
        await one.RefreshAsync(Token);
        await other.RefreshAsync(Token);

        var text = new PageProtection(one).CreateProtector("forms").Protect("carried");

        new PageProtection(other).CreateProtector("forms").Unprotect(text).ShouldBe("carried");
        Should.Throw<CryptographicException>(() => new PageProtection(other).CreateProtector("cookies").Unprotect(text));
        Should.Throw<CryptographicException>(() => new PageProtection(other).CreateProtector("forms").Unprotect(text[..^2]));
    }
}
