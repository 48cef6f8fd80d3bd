using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tests.Data;

namespace TestForge.Platform.Tests.Secrets;

public sealed class SecretBoxTests(Databases databases) : IDisposable
{
    private const string Purpose = "webhook.secret";

    private static readonly Guid Row = Guid.NewGuid();

    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-secrets-").FullName;
    private readonly string _key = NewKey();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_was_sealed_opens_for_its_row_and_no_other(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithTenantsAsync();
        var box = Box(_key);
        var sealedBytes = await rig.Work.WriteAsync(rig.Acme, db => box.SealAsync(db, Purpose, Row, "s3cret", Token), Token);

        (await rig.Work.ReadAsync(rig.Acme, db => box.OpenAsync(db, Purpose, Row, sealedBytes, Token), Token)).ShouldBe("s3cret");
        await RefusedAsync(() => rig.Work.ReadAsync(rig.Acme, db => box.OpenAsync(db, Purpose, Guid.NewGuid(), sealedBytes, Token), Token), "secrets.damaged");
        await RefusedAsync(() => rig.Work.ReadAsync(rig.Acme, db => box.OpenAsync(db, "environment.secrets", Row, sealedBytes, Token), Token), "secrets.damaged");
        await RefusedAsync(() => rig.Work.ReadAsync(rig.Rival, db => box.OpenAsync(db, Purpose, Row, sealedBytes, Token), Token), "secrets.damaged");
    }

    [Fact]
    public async Task One_changed_bit_is_noticed()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.Sqlite)).WithTenantsAsync();
        var box = Box(_key);
        var sealedBytes = await rig.Work.WriteAsync(rig.Acme, db => box.SealAsync(db, Purpose, Row, "s3cret", Token), Token);

        for (var i = 0; i < sealedBytes.Length; i++)
        {
            var touched = (byte[])sealedBytes.Clone();
            touched[i] ^= 1;
            await RefusedAsync(() => rig.Work.ReadAsync(rig.Acme, db => box.OpenAsync(db, Purpose, Row, touched, Token), Token), "secrets.damaged");
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_installations_key_is_replaced_and_old_secrets_still_open(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithTenantsAsync();
        var old = await rig.Work.WriteAsync(rig.Acme, db => Box(_key).SealAsync(db, Purpose, Row, "s3cret", Token), Token);
        var next = NewKey();

        await RefusedAsync(() => rig.Work.ReadAsync(rig.Acme, db => Box(next).OpenAsync(db, Purpose, Row, old, Token), Token), "secrets.wrong_key");
        var rotated = await rig.Work.WriteAsync(rig.Acme, db => Box(next, previous: _key).RewrapAsync(db, Token), Token);

        rotated.ShouldBeGreaterThan(0);
        (await rig.Work.ReadAsync(rig.Acme, db => Box(next).OpenAsync(db, Purpose, Row, old, Token), Token)).ShouldBe("s3cret");
        (await rig.Work.WriteAsync(rig.Acme, db => Box(next).RewrapAsync(db, Token), Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_data_key_encrypts_and_the_old_one_still_decrypts()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.Sqlite)).WithTenantsAsync();
        var box = Box(_key);
        var first = await rig.Work.WriteAsync(rig.Acme, db => box.SealAsync(db, Purpose, Row, "one", Token), Token);
        await rig.Work.WriteAsync(rig.Acme, db => box.AddKeyAsync(db, Token), Token);
        var second = await rig.Work.WriteAsync(rig.Acme, db => box.SealAsync(db, Purpose, Row, "two", Token), Token);

        first.AsSpan(1, 16).SequenceEqual(second.AsSpan(1, 16)).ShouldBeFalse();
        (await rig.Work.ReadAsync(rig.Acme, db => box.OpenAsync(db, Purpose, Row, first, Token), Token)).ShouldBe("one");
        (await rig.Work.ReadAsync(rig.Acme, db => box.OpenAsync(db, Purpose, Row, second, Token), Token)).ShouldBe("two");
    }

    [Fact]
    public async Task The_database_holds_neither_the_secret_nor_a_key()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.Sqlite)).WithTenantsAsync();
        var box = Box(_key);
        var sealedBytes = await rig.Work.WriteAsync(rig.Acme, db => box.SealAsync(db, Purpose, Row, "s3cret", Token), Token);
        var kept = (await rig.Work.ReadAsync(rig.Acme, db => db.DataKeys.OrderByDescending(k => k.Id).FirstAsync(Token), Token)).Wrapped;

        System.Text.Encoding.Latin1.GetString(sealedBytes).ShouldNotContain("s3cret");
        kept.Length.ShouldBe(12 + 16 + 32);
        Should.Throw<CryptographicException>(() => Envelope.Open(kept.AsSpan(0, 32), sealedBytes.AsSpan(17), System.Text.Encoding.UTF8.GetBytes($"{Purpose}|{rig.Acme}|{Row}")));
    }

    [Fact]
    public async Task A_key_file_is_made_once_for_its_owner_alone()
    {
        var file = Path.Combine(_folder, "master.key");
        var first = new LocalKeyEncryption(Options.Create(new SecretOptions { KeyFile = file, MakeKeyFile = true }));
        var wrapped = await first.WrapAsync(new byte[32], Token);
        var second = new LocalKeyEncryption(Options.Create(new SecretOptions { KeyFile = file, MakeKeyFile = true }));

        (await second.UnwrapAsync(wrapped, Token)).ShouldBe(new byte[32]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, null, "secrets.no_key")]
    [InlineData("short", null, "secrets.bad_key")]
    [InlineData(null, "/nowhere/master.key", "secrets.no_key")]
    public void A_missing_or_bad_key_is_told_and_never_shown(string? key, string? file, string code)
    {
        var trouble = Should.Throw<SecretException>(() => new LocalKeyEncryption(Options.Create(new SecretOptions { Key = key, KeyFile = file })).CurrentId);

        trouble.Code.ShouldBe(code);
        trouble.Message.ShouldNotContain("short");
    }

    private static async Task RefusedAsync(Func<Task> open, string code) => (await Should.ThrowAsync<SecretException>(open)).Code.ShouldBe(code);

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static SecretBox Box(string key, string? previous = null) => new(new LocalKeyEncryption(Options.Create(new SecretOptions { Key = key, PreviousKey = previous })), TimeProvider.System);
}
