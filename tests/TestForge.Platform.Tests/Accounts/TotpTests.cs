using System.Text;
using TestForge.Platform.Accounts;

namespace TestForge.Platform.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code) =>
        Totp.CodeOf(Secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void The_secret_is_written_as_authenticators_read_it()
    {
        Totp.Write(Secret).ShouldBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        Totp.Write([0xff]).ShouldBe("74");
        Totp.UriOf("TestForge", "ann@shop.example", "ABC").ShouldBe("otpauth://totp/TestForge:ann%40shop.example?secret=ABC&issuer=TestForge");
    }

    [Fact]
    public void A_step_beside_now_is_good_and_one_further_is_not()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = Totp.StepOf(now);

        foreach (var good in new[] { step - 1, step, step + 1 })
        {
            Totp.StepOf(Secret, Totp.CodeOf(Secret, good), now, lastUsed: 0).ShouldBe(good);
        }

        Totp.StepOf(Secret, Totp.CodeOf(Secret, step - 2), now, lastUsed: 0).ShouldBeNull();
        Totp.StepOf(Secret, Totp.CodeOf(Secret, step + 2), now, lastUsed: 0).ShouldBeNull();
        Totp.StepOf(Secret, "12345", now, lastUsed: 0).ShouldBeNull();
    }

    [Fact]
    public void A_code_that_was_used_and_those_before_it_are_used_up()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = Totp.StepOf(now);

        Totp.StepOf(Secret, Totp.CodeOf(Secret, step), now, lastUsed: step).ShouldBeNull();
        Totp.StepOf(Secret, Totp.CodeOf(Secret, step - 1), now, lastUsed: step).ShouldBeNull();
        Totp.StepOf(Secret, Totp.CodeOf(Secret, step + 1), now, lastUsed: step).ShouldBe(step + 1);
    }
}
