using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Accounts;
using TestForge.Platform.Audit;
using TestForge.Platform.Baselines;
using TestForge.Platform.Cases;
using TestForge.Platform.Heals;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Members;
using TestForge.Platform.OAuth;
using TestForge.Platform.Notifications;
using TestForge.Platform.Outbox;
using TestForge.Platform.Projects;
using TestForge.Platform.Quotas;
using TestForge.Platform.Retention;
using TestForge.Platform.Runs;
using TestForge.Platform.Schedules;
using TestForge.Platform.Secrets;
using TestForge.Platform.SingleSignOn;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Usage;
using TestForge.Platform.Webhooks;
using TestForge.Platform.Work;

namespace TestForge.Platform.Data;

/// <summary>All rows of the platform. One model, and one class for each database, because each has migrations of its own.</summary>
internal abstract class PlatformDb(DbContextOptions options, TenantContext tenant) : DbContext(options)
{
    public const string TenantFilter = "tenant";

    /// <summary>Tables that all tenants share. They hold ids, times, words and encrypted keys of our own, and hashes; nothing of a tenant.</summary>
    public static readonly IReadOnlySet<Type> Shared = new HashSet<Type> { typeof(WorkItem), typeof(Installation), typeof(InstallationKey), typeof(TenantShortName), typeof(UserAddress) };

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<TenantShortName> TenantShortNames => Set<TenantShortName>();

    public DbSet<UserAddress> UserAddresses => Set<UserAddress>();

    public DbSet<InstallationKey> InstallationKeys => Set<InstallationKey>();

    public DbSet<ProjectMembership> ProjectMemberships => Set<ProjectMembership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<LocalAccount> LocalAccounts => Set<LocalAccount>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OAuthClient> OAuthClients => Set<OAuthClient>();

    public DbSet<OAuthGrant> OAuthGrants => Set<OAuthGrant>();

    public DbSet<OAuthToken> OAuthTokens => Set<OAuthToken>();

    public DbSet<IdentityProvider> IdentityProviders => Set<IdentityProvider>();

    public DbSet<TenantDomain> TenantDomains => Set<TenantDomain>();

    public DbSet<ExternalLogin> ExternalLogins => Set<ExternalLogin>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectEnvironment> Environments => Set<ProjectEnvironment>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RecordedEvent> RunEvents => Set<RecordedEvent>();

    public DbSet<RunPage> RunPages => Set<RunPage>();

    public DbSet<RunCase> RunCases => Set<RunCase>();

    public DbSet<RunAttempt> RunAttempts => Set<RunAttempt>();

    public DbSet<RunHeal> RunHeals => Set<RunHeal>();

    public DbSet<RunArtifact> RunArtifacts => Set<RunArtifact>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<TenantQuota> TenantQuotas => Set<TenantQuota>();

    public DbSet<RetentionPolicy> RetentionPolicies => Set<RetentionPolicy>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<ProjectCase> ProjectCases => Set<ProjectCase>();

    public DbSet<ProjectHeal> ProjectHeals => Set<ProjectHeal>();

    public DbSet<ProjectBaseline> ProjectBaselines => Set<ProjectBaseline>();

    public DbSet<DifferingLook> DifferingLooks => Set<DifferingLook>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<UsageRecord> UsageRecords => Set<UsageRecord>();

    /// <summary>What this unit of work has changed and the audit log will tell.</summary>
    public AuditTrail Audit { get; } = new();

    /// <summary>Kinds of work that this unit of work has added, for whoever waits for them.</summary>
    public HashSet<string> AddedWork { get; } = new(StringComparer.Ordinal);

    /// <summary>Tables that the service adds to and never changes.</summary>
    public static readonly IReadOnlySet<Type> AppendOnly = new HashSet<Type> { typeof(AuditEntry) };

    /// <summary>Whether the database itself fences tenants, and roles from each other.</summary>
    public abstract bool HasRowLevelSecurity { get; }

    /// <summary>The type of columns that hold JSON.</summary>
    protected abstract string JsonColumn { get; }

    /// <summary>The tenant of this unit of work. The query filters read it anew for each context.</summary>
    public TenantId CurrentTenant => tenant.Current;

    public bool HasTenant => tenant.IsSet;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        TenancyModel.Map(modelBuilder, JsonColumn);
        AccessModel.Map(modelBuilder, JsonColumn);
        ProjectsModel.Map(modelBuilder, JsonColumn);
        MembersModel.Map(modelBuilder);
        AccountsModel.Map(modelBuilder);
        OAuthModel.Map(modelBuilder);
        SingleSignOnModel.Map(modelBuilder, JsonColumn);
        RunsModel.Map(modelBuilder, JsonColumn);
        CasesModel.Map(modelBuilder, JsonColumn);
        HealsModel.Map(modelBuilder, JsonColumn);
        BaselinesModel.Map(modelBuilder);
        SchedulesModel.Map(modelBuilder, JsonColumn);
        UsageModel.Map(modelBuilder);
        OutboxModel.Map(modelBuilder);
        IdempotencyModel.Map(modelBuilder);
        WorkModel.Map(modelBuilder);
        AuditModel.Map(modelBuilder);
        SecretsModel.Map(modelBuilder);
        WebhooksModel.Map(modelBuilder, JsonColumn);
        NotificationsModel.Map(modelBuilder);
        QuotasModel.Map(modelBuilder);
        RetentionModel.Map(modelBuilder);

        modelBuilder.Entity<Tenant>().HasQueryFilter(TenantFilter, t => t.Id == CurrentTenant);
        modelBuilder.Entity<User>().HasQueryFilter(TenantFilter, u => u.Memberships.Any(m => m.TenantId == CurrentTenant));
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(ITenantOwned).IsAssignableFrom).ToArray())
        {
            GetType().GetMethod(nameof(Fence), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        }

        OAuthModel.FillIn(modelBuilder);
        SnakeCase.Apply(modelBuilder.Model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TenantId>().HaveConversion<TenantIdConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // The key with the tenant is what other tables refer to: a row can then never belong to a row of another tenant.
    private protected void Fence<T>(ModelBuilder model)
        where T : class, ITenantOwned
    {
        var entity = model.Entity<T>();
        entity.HasKey(e => e.Id);
        entity.Property(e => e.Id).ValueGeneratedNever();
        entity.HasQueryFilter(TenantFilter, e => e.TenantId == CurrentTenant);
        entity.HasOne<Tenant>().WithMany().HasForeignKey(e => e.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
