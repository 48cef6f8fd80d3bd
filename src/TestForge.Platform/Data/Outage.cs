using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Data;

/// <summary>Tells that the database is away or busy, which passes, from all that stays wrong however often it is tried.</summary>
internal static class Outage
{
    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Is(inner),
        InvalidOperationException { InnerException: { } inner } => Is(inner),
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 } => true, // Busy, locked.
        DbException database => database.IsTransient || database.InnerException is IOException or SocketException or TimeoutException,
        TimeoutException => true,

        // A connection that broke while it was being opened or reset.
        SocketException or EndOfStreamException => true,
        _ => false,
    };
}
