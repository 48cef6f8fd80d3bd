using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace TestForge.Bench.Load;

/// <summary>The tables that the bare API reads and writes, as anybody would map them.</summary>
internal sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<BareRun> Runs => Set<BareRun>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BareRun>().ToTable("runs").Property(r => r.Summary).HasColumnType("jsonb");
        modelBuilder.Entity<BareProject>().ToTable("projects");
        modelBuilder.Entity<BareEnvironment>().ToTable("environments").Property(e => e.Variables).HasColumnType("jsonb");
        modelBuilder.Entity<BareEnvironment>().HasOne<BareProject>().WithMany().HasForeignKey(e => e.ProjectId);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
