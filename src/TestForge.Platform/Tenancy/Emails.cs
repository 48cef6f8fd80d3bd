using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Tenancy;

/// <summary>E-mail addresses are compared without regard to case.</summary>
internal static class Emails
{
    public static IQueryable<User> WithEmail(this DbSet<User> users, string email)
    {
        var lower = email.Trim().ToLowerInvariant();
        return users.FromSql($"SELECT * FROM users WHERE lower(email) = {lower}");
    }
}
