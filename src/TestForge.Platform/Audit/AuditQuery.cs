using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace TestForge.Platform.Audit;

/// <summary>Which lines are wanted. What is left out does not matter.</summary>
internal sealed record AuditQuery
{
    [FromQuery(Name = "action")]
    [Description("The use case, such as CreateProject.")]
    public string? Action { get; init; }

    [FromQuery(Name = "actorId")]
    [Description("Who did it: the id of an API key.")]
    public Guid? ActorId { get; init; }

    [FromQuery(Name = "subject")]
    [Description("The kind of what was changed, such as project.")]
    public string? Subject { get; init; }

    [FromQuery(Name = "subjectId")]
    [Description("What was changed.")]
    public Guid? SubjectId { get; init; }

    [FromQuery(Name = "from")]
    [Description("The first moment, such as 2026-03-01T00:00:00Z.")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "to")]
    [Description("The moment before which it has to have been.")]
    public DateTimeOffset? To { get; init; }

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> lines)
    {
        lines = Action is { } action ? lines.Where(e => e.Action == action) : lines;
        lines = ActorId is { } actor ? lines.Where(e => e.ActorId == actor) : lines;
        lines = Subject is { } subject ? lines.Where(e => e.Subject == subject) : lines;
        lines = SubjectId is { } id ? lines.Where(e => e.SubjectId == id) : lines;
        lines = From?.ToUniversalTime() is { } from ? lines.Where(e => e.At >= from) : lines;
        return To?.ToUniversalTime() is { } to ? lines.Where(e => e.At < to) : lines;
    }
}
