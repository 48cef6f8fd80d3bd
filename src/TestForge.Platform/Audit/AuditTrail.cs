using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TestForge.Platform.Audit;

/// <summary>What one unit of work has changed so far. Nothing is noted until somebody said who is at work and at what.</summary>
internal sealed class AuditTrail
{
    private readonly List<AuditChange> _changes = [];

    /// <summary>The use case, or null when this work is not of the kind that is audited.</summary>
    public string? Action { get; private set; }

    public Actor Actor { get; private set; } = Actor.System;

    public IReadOnlyList<AuditChange> Changes => _changes;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset At { get; private set; }

    public void Begin(string action, Actor actor, DateTimeOffset at) => (Action, Actor, At) = (action, actor, at);

    /// <summary>Notes what is about to be saved.</summary>
    public void Note(IEnumerable<EntityEntry> entries)
    {
        if (Action is not null)
        {
            _changes.AddRange(entries.Select(AuditChange.Of).OfType<AuditChange>());
        }
    }

    /// <summary>Notes what no row that is saved shows.</summary>
    public void Add(AuditChange change) => _changes.Add(change);

    /// <summary>Gives what was noted, once.</summary>
    public IReadOnlyList<AuditChange> Take()
    {
        AuditChange[] taken = [.. _changes];
        _changes.Clear();
        return taken;
    }
}
