using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A heal, with the pictures of the element as data addresses.</summary>
internal sealed record HealView(ReportHeal Heal, string? PictureBefore, string? PictureAfter);
