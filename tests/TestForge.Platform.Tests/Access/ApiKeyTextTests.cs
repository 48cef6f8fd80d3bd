using TestForge.Platform.Access;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Tests.Access;

public sealed class ApiKeyTextTests
{
    private static readonly TenantId Tenant = new(Guid.CreateVersion7());

    [Fact]
    public void A_key_names_its_tenant()
    {
        for (var i = 0; i < 1_000; i++)
        {
            ApiKeyText.TryRead(ApiKeyText.New(Tenant), out var tenant).ShouldBeTrue();
            tenant.ShouldBe(Tenant);
        }
    }

    [Fact]
    public void Two_keys_are_never_one() => ApiKeyText.New(Tenant).ShouldNotBe(ApiKeyText.New(Tenant));

    [Fact]
    public void A_tenant_whose_id_begins_with_zeros_is_read_back()
    {
        var tenant = new TenantId(new Guid("00000000-0000-7000-8000-000000000001"));

        ApiKeyText.TryRead(ApiKeyText.New(tenant), out var read).ShouldBeTrue();
        read.ShouldBe(tenant);
    }

    [Fact]
    public void A_key_with_any_character_changed_is_no_key()
    {
        var key = ApiKeyText.New(Tenant);

        for (var i = 0; i < key.Length; i++)
        {
            var other = key[i] == 'x' ? 'y' : 'x';
            ApiKeyText.TryRead($"{key[..i]}{other}{key[(i + 1)..]}", out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("tfk_")]
    [InlineData("tfk_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("tfk_é")]
    public void What_is_no_key_is_told_without_a_database(string text) => ApiKeyText.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_kept_does_not_hold_the_key()
    {
        var key = ApiKeyText.New(Tenant);

        ApiKeyText.Hash(key).ShouldNotContain(key[^10..]);
        ApiKeyText.Hash(key).Length.ShouldBe(64);
    }
}
