using TestForge.Platform.Accounts;

namespace TestForge.Platform.Tests.Accounts;

public sealed class PasswordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("Kestrel-over-the-harbour")]
    [InlineData("tr0ub4dor&3xyzzy")]
    public void A_long_password_nobody_knows_is_good(string password) => PasswordRules.WhyNot(password, "ann@shop.example").ShouldBeNull();

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("password1234")]
    [InlineData("Password1234!!!")]
    [InlineData("1234567890123")]
    [InlineData("qwertyqwerty")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("xkcdxkcdxkcdxkcd")]
    [InlineData("annabella-likes-tea")]
    public void What_is_short_or_tried_first_or_holds_the_name_is_not(string password) => PasswordRules.WhyNot(password, "Annabella@shop.example").ShouldNotBeNull();

    [Fact]
    public void A_password_that_is_too_long_is_not_hashed() => PasswordRules.WhyNot(new string('x', 5) + Guid.NewGuid() + new string('y', 100), "ann@shop.example").ShouldNotBeNull();

    [Fact]
    public async Task A_hash_is_made_with_the_iterations_of_today_and_tells_right_from_wrong()
    {
        using var passwords = new Passwords();
        var hash = await passwords.HashAsync("correct horse battery staple", Token);

        // Format 1, then the pseudo-random function and the iterations, each in four bytes.
        var bytes = Convert.FromBase64String(hash);
        bytes[0].ShouldBe((byte)1);
        bytes[4].ShouldBe((byte)2);
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)).ShouldBe(Passwords.Iterations);
        (await passwords.CompareAsync(hash, "correct horse battery staple", Token)).ShouldBe((true, false));
        (await passwords.CompareAsync(hash, "correct horse battery stable", Token)).Right.ShouldBeFalse();
        (await passwords.CompareAsync(null, "correct horse battery staple", Token)).Right.ShouldBeFalse();
        (await passwords.HashAsync("correct horse battery staple", Token)).ShouldNotBe(hash);
    }

    [Fact]
    public void An_account_is_shut_for_longer_each_time_and_never_for_long()
    {
        Lockout.After(4).ShouldBeNull();
        Lockout.After(5).ShouldBe(TimeSpan.FromMinutes(1));
        Lockout.After(6).ShouldBe(TimeSpan.FromMinutes(2));
        Lockout.After(8).ShouldBe(TimeSpan.FromMinutes(8));
        Lockout.After(1_000).ShouldBe(Lockout.Longest);
    }

    [Fact]
    public void A_recovery_code_is_one_however_it_is_typed()
    {
        var code = RecoveryCodeText.New();

        code.Length.ShouldBe(19);
        RecoveryCodeText.Hash(code.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)).ShouldBe(RecoveryCodeText.Hash(code));
        RecoveryCodeText.Hash(RecoveryCodeText.New()).ShouldNotBe(RecoveryCodeText.Hash(code));
    }
}
