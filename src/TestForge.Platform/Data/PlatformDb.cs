using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Outbox;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Webhooks;
using TestForge.Platform.Work;

namespace TestForge.Platform.Data;

/// <summary>All rows of the platform. One model, and one class for each database, because each has migrations of its own.</summary>
internal abstract class PlatformDb(DbContextOptions options, TenantContext tenant) : DbContext(options)
{
    public const string TenantFilter = "tenant";

    /// <summary>Tables that all tenants share. They hold ids, times and words of our own, and nothing of a tenant.</summary>
    public static readonly IReadOnlySet<Type> Shared = new HashSet<Type> { typeof(WorkItem), typeof(Installation) };

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectEnvironment> Environments => Set<ProjectEnvironment>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RecordedEvent> RunEvents => Set<RecordedEvent>();

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

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>What this unit of work has changed and the audit log will tell.</summary>
    public AuditTrail Audit { get; } = new();

    /// <summary>Tables that the service adds to and never changes.</summary>
    public static readonly IReadOnlySet<Type> AppendOnly = new HashSet<Type> { typeof(AuditEntry) };

    /// <summary>The type of columns that hold JSON.</summary>
    protected abstract string JsonColumn { get; }

    /// <summary>The tenant of this unit of work. The query filters read it anew for each context.</summary>
    public TenantId CurrentTenant => tenant.Current;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        TenancyModel.Map(modelBuilder);
        AccessModel.Map(modelBuilder, JsonColumn);
        ProjectsModel.Map(modelBuilder, JsonColumn);
        RunsModel.Map(modelBuilder, JsonColumn);
        OutboxModel.Map(modelBuilder);
        IdempotencyModel.Map(modelBuilder);
        WorkModel.Map(modelBuilder);
        AuditModel.Map(modelBuilder);
        SecretsModel.Map(modelBuilder);
        WebhooksModel.Map(modelBuilder, JsonColumn);

        modelBuilder.Entity<Tenant>().HasQueryFilter(TenantFilter, t => t.Id == CurrentTenant);
        modelBuilder.Entity<User>().HasQueryFilter(TenantFilter, u => u.Memberships.Any(m => m.TenantId == CurrentTenant));
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(ITenantOwned).IsAssignableFrom).ToArray())
        {
            GetType().GetMethod(nameof(Fence), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        }

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
