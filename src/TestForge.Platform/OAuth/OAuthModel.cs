using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>OpenIddict's tables, each row of one tenant like every other. It makes rows itself, so tenant and id are filled in for it.</summary>
internal static class OAuthModel
{
    public static void Map(ModelBuilder model)
    {
        model.ApplyConfiguration(new OpenIddictEntityFrameworkCoreApplicationConfiguration<OAuthClient, OAuthGrant, OAuthToken, Guid>());
        model.ApplyConfiguration(new OpenIddictEntityFrameworkCoreAuthorizationConfiguration<OAuthGrant, OAuthClient, OAuthToken, Guid>());
        model.ApplyConfiguration(new OpenIddictEntityFrameworkCoreTokenConfiguration<OAuthToken, OAuthClient, OAuthGrant, Guid>());
        model.Entity<OAuthClient>().ToTable("oauth_clients");
        model.Entity<OAuthGrant>().ToTable("oauth_grants");
        model.Entity<OAuthToken>(token =>
        {
            token.ToTable("oauth_tokens");
            token.HasIndex(t => new { t.TenantId, t.ExpirationDate });
        });
    }

    /// <summary>After all tables were fenced, which takes the making of ids away.</summary>
    public static void FillIn(ModelBuilder model)
    {
        FillIn(model.Entity<OAuthClient>());
        FillIn(model.Entity<OAuthGrant>());
        FillIn(model.Entity<OAuthToken>());
    }

    private static void FillIn<T>(EntityTypeBuilder<T> entity)
        where T : class, ITenantOwned
    {
        entity.Property(e => e.Id).ValueGeneratedOnAdd().HasValueGenerator<TimedIdGenerator>();
        entity.Property(e => e.TenantId).ValueGeneratedOnAdd().HasValueGenerator<CurrentTenantGenerator>();
    }
}
